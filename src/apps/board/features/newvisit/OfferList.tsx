import { useTranslation } from 'react-i18next';
import type { OffersAnswer, VisitOffer } from '../../../contract';
import { duration } from '../../../shared/time';
import { reasonText } from '../../parts/ReasonText';
import { useZone } from '../../parts/useZone';

/** The best intervals for a caller, by day: what to say on the telephone, and what it would cost. */
export function OfferList({ offers, chosen, choose }: { offers: OffersAnswer; chosen: string | null; choose: (id: string) => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  if (offers.offers.length === 0) {
    return (
      <section>
        <h3>{t('offer.none')}</h3>
        <ul className="reasons">{offers.whyNot.map(reason => <li key={reason.code + reason.text}>{reasonText(t, reason)}</li>)}</ul>
      </section>
    );
  }
  return (
    <fieldset className="options">
      <legend className="heard">{t('offer.intervals')}</legend>
      {byDay(offers.offers).map(([date, ofDay]) => (
        <div key={date} className="offer-day" role="group" aria-label={zone.day(date)}>
          <h4>{zone.day(date)}</h4>
          {ofDay.map(offer => (
            <label key={offer.id} className="option">
              <input type="radio" name="offer" checked={chosen === offer.id} onChange={() => choose(offer.id)} />
              <span className="option-head"><b>{zone.interval(offer.interval.start, offer.interval.end)}</b> <span>{offer.technicianName}{offer.option.partner && ` + ${offer.option.partner.name}`}</span></span>
              <span className="option-facts">
                {t('option.extra', { minutes: duration(offer.extraDriveMinutes) })}
                {offer.lateMinutes > 0 && <em>{t('option.late', { minutes: duration(offer.lateMinutes) })}</em>}
              </span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

/** The offers by day, the days and their intervals in order of time. */
function byDay(offers: readonly VisitOffer[]): [string, VisitOffer[]][] {
  const days = new Map<string, VisitOffer[]>();
  for (const offer of [...offers].sort((a, b) => a.interval.start.localeCompare(b.interval.start))) days.set(offer.date, [...(days.get(offer.date) ?? []), offer]);
  return [...days];
}
