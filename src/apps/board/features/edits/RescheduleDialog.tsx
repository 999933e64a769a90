import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { VisitOffer } from '../../../contract';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { enteredOf, spanOf, usualSpan } from '../../parts/days';
import { DaySpanFields } from '../../parts/DaySpanFields';
import { useZone } from '../../parts/useZone';
import { useDesk, useVisit } from '../../store/desk';
import { timeField, windowsOf, WindowFields } from './WindowFields';

/** How many intervals are proposed. */
const offered = 6;

/** Takes a visit to another day, with a window if the patient asked for one, or onto the waiting list, with the days on which it may be done. */
export function RescheduleDialog({ visit: id, close }: { visit: string; close: () => void }) {
  const { t } = useTranslation();
  const { commands, today, territory } = useDesk();
  const visit = useVisit(id);
  const zone = useZone();
  const [toBacklog, setToBacklog] = useState(false);
  const [date, setDate] = useState(() => Temporal.PlainDate.from(visit?.date && visit.date > today ? visit.date : today).add({ days: 1 }).toString());
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isHard, setHard] = useState(false);
  const [days, setDays] = useState(() => (visit?.days && visit.days.first > today ? enteredOf(visit.days) : usualSpan(today)));
  const [offers, setOffers] = useState<readonly VisitOffer[]>([]);
  useEffect(() => {
    const left = new AbortController();
    commands.offersFor(id, offered, left.signal).then(found => setOffers(found.offers), () => setOffers([]));
    return () => left.abort();
  }, [commands, id]);
  const take = (offer: VisitOffer) => {
    setToBacklog(false);
    setDate(offer.date);
    setFrom(timeField(offer.interval.start, territory.timeZone));
    setTo(timeField(offer.interval.end, territory.timeZone));
  };
  const submit = () => {
    void commands.reschedule(id, toBacklog ? { date: null, windows: null, days: spanOf(days) } : { date, days: null, windows: windowsOf(date, from, to, isHard, territory.timeZone) });
    close();
  };
  return (
    <Dialog title={t('reschedule.title')} close={close}>
      <form onSubmit={event => { event.preventDefault(); submit(); }}>
        <div className="dialog-body">
          <p>{visit?.typeName}, <b>{visit?.patientName}</b></p>
          {offers.length > 0 && (
            <div className="field" role="group" aria-label={t('reschedule.offers')}>
              {t('reschedule.offers')}
              <div className="offers">
                {offers.map(offer => (
                  <button type="button" key={offer.id} aria-pressed={date === offer.date && from === timeField(offer.interval.start, territory.timeZone)} onClick={() => take(offer)}>
                    {zone.day(offer.date)} <b>{zone.interval(offer.interval.start, offer.interval.end)}</b>
                  </button>
                ))}
              </div>
            </div>
          )}
          <label className="field">{t('reschedule.date')}<input type="date" required={!toBacklog} disabled={toBacklog} min={today} value={date} onChange={event => setDate(event.target.value)} /></label>
          {!toBacklog && <WindowFields from={from} to={to} isHard={isHard} setFrom={setFrom} setTo={setTo} setHard={setHard} />}
          <label className="check"><input type="checkbox" checked={toBacklog} onChange={event => setToBacklog(event.target.checked)} /> {t('reschedule.backlog')}</label>
          {toBacklog && <DaySpanFields days={days} change={setDays} />}
          {visit?.promise && <p className="muted">{t('reschedule.promised')}</p>}
        </div>
        <DialogFoot>
          <button type="button" onClick={close}>{t('cancel')}</button>
          <button type="submit" className="primary">{t(toBacklog ? 'newVisit.bookBacklog' : 'reschedule.submit')}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
