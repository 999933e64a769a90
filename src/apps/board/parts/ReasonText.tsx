import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Reason } from '../../contract';

/** A reason in the reader's language; the server's English sentence where the texts do not know its code. */
export function reasonText(t: TFunction, reason: Reason): string {
  return t(`reason.${reason.code}`, { ...reason.values, defaultValue: reason.text || reason.code });
}

/** The same, as an element. */
export function ReasonText({ reason }: { reason: Reason }) {
  const { t } = useTranslation();
  return <>{reasonText(t, reason)}</>;
}
