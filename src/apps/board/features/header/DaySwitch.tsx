import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { select } from '../../store/selection';

/** The service day that is shown, and the way to others. */
export function DaySwitch() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { day } = useBoard();
  const zone = useZone();
  const turn = (date: string) => select({ day: date === today ? null : date, kind: null, id: null, also: [], coloured: [] });
  const step = (days: number) => turn(Temporal.PlainDate.from(day.date).add({ days }).toString());
  return (
    <div className="day-switch" role="group" aria-label={t('header.day')}>
      <button type="button" className="icon-button" aria-label={t('header.dayBefore')} onClick={() => step(-1)}><ChevronLeft size={16} aria-hidden /></button>
      <label className="day-field">
        <span aria-hidden>{zone.day(day.date)}</span>
        <input
          type="date" aria-label={t('header.day')} value={day.date} required
          onClick={event => { if ('showPicker' in event.currentTarget) event.currentTarget.showPicker(); }}
          onChange={event => { if (event.target.value) turn(event.target.value); }}
        />
      </label>
      <button type="button" className="icon-button" aria-label={t('header.dayAfter')} onClick={() => step(1)}><ChevronRight size={16} aria-hidden /></button>
      {day.date !== today && <button type="button" className="quiet" onClick={() => turn(today)}>{t('header.today')}</button>}
    </div>
  );
}
