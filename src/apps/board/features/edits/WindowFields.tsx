import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { TimeWindow } from '../../../contract';
import { TimeInput } from '../../parts/TimeInput';

/** When a visit may begin: from, to, and whether that was agreed as fixed. */
export function WindowFields({ from, to, isHard, setFrom, setTo, setHard }: {
  from: string;
  to: string;
  isHard: boolean;
  setFrom: (time: string) => void;
  setTo: (time: string) => void;
  setHard: (isHard: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="field">
      <legend>{t('window.title')}</legend>
      <div className="field-row">
        <TimeInput label={t('window.from')} value={from} set={setFrom} isRequired={to !== ''} />
        <TimeInput label={t('window.to')} value={to} set={setTo} isRequired={from !== ''} />
        <label className="check"><input type="checkbox" checked={isHard} onChange={event => setHard(event.target.checked)} /> {t('window.fixed')}</label>
      </div>
    </fieldset>
  );
}

/** The window as instants in the territory's zone; an empty list where none was given: any time of the working day. */
export function windowsOf(date: string, from: string, to: string, isHard: boolean, zone: string): TimeWindow[] {
  if (!from || !to) return [];
  const at = (time: string) => Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString();
  return [{ start: at(from), end: at(to), isHard }];
}

/** A time of day in the territory's zone for a time field. */
export function timeField(at: string | undefined, zone: string): string {
  return at === undefined ? '' : Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
