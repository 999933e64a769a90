import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../contract';

/** What stands where a text names a kind that the texts do not know. */
const unknownNames = /\b(equipment\.kind|deviceAlarm|refusal)\./;

/** Which values are dates. */
const dateValues = ['expires', 'day'];

/** A reason in the reader's language; the server's English sentence where the texts do not know its code or a value is missing. */
export function reasonText(t: TFunction, reason: Reason): string {
  const { technicians, more } = reason.values;
  const names = technicians !== undefined && Number(more) > 0 ? { technicians: t('andMore', { names: technicians, more }) } : {};
  // A date is written as the reader writes one.
  const dates = Object.fromEntries(dateValues.flatMap(name => (reason.values[name] === undefined ? [] : [[name, new Date(`${reason.values[name]}T12:00:00Z`)]])));
  const said = t(`reason.${reason.code}`, { ...reason.values, ...names, ...dates, defaultValue: '' });
  return said === '' || said.includes('{{') || unknownNames.test(said) ? reason.text || reason.code : said;
}

/** The same, as an element. */
export function ReasonText({ reason }: { reason: Reason }) {
  const { t } = useTranslation();
  return <>{reasonText(t, reason)}</>;
}
