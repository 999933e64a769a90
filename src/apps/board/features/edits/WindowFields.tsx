import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { TimeWindow } from '../../../contract';

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
        <label>{t('window.from')} <input type="time" value={from} max={to || undefined} onChange={event => setFrom(event.target.value)} /></label>
        <label>{t('window.to')} <input type="time" value={to} min={from || undefined} required={from !== ''} onChange={event => setTo(event.target.value)} /></label>
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

/** A time of day in the territory's zone for a field of type `time`. */
export function timeField(at: string | undefined, zone: string): string {
  return at === undefined ? '' : Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
