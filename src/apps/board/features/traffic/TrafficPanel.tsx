import { useTranslation } from 'react-i18next';
import { factorText, stepOf, steps, trafficText } from '../../parts/trafficText';
import { pointAt, useTraffic, useTrafficLayer, type SlowerStreet } from '../../store/traffic';
import './traffic.css';

/** So many of the slowest streets are listed by name. */
const listed = 8;

/** What the lines of the traffic layer mean, and the slowest streets by name: the keyboard's way to what the map tells who points at it. */
export function TrafficPanel() {
  const { t, i18n } = useTranslation();
  const { isShown } = useTrafficLayer();
  const { traffic, isFailed } = useTraffic();
  if (!isShown) return null;
  const [second, third] = steps.map(step => factorText(step, i18n.language));
  return (
    <section className="traffic" aria-label={t('traffic.title')}>
      <h2>{t('traffic.title')}</h2>
      {isFailed && <p className="muted" role="alert">{t('traffic.failed')}</p>}
      {traffic && <p className="muted">{t(traffic.part.isWeekend ? 'traffic.hoursWeekend' : 'traffic.hours', { from: traffic.part.fromHour, to: traffic.part.toHour })}</p>}
      {traffic?.streets.length === 0 && <p>{t(traffic.known === 0 ? 'traffic.nothing' : 'traffic.free', { count: traffic.known })}</p>}
      {traffic && traffic.streets.length > 0 && (
        <>
          <ul className="traffic-steps">
            <li><Swatch step={1} /> {t('traffic.upTo', { factor: second })}</li>
            <li><Swatch step={2} /> {t('traffic.between', { from: second, to: third })}</li>
            <li><Swatch step={3} /> {t('traffic.from', { factor: third })}</li>
          </ul>
          <details>
            <summary>{t('traffic.slowest')}</summary>
            <ol>
              {slowestByName(traffic.streets).slice(0, listed).map(street => (
                <li key={street.line}>
                  <button type="button" className="quiet" aria-label={trafficText(street, traffic.part, t, i18n.language)} onClick={() => pointAt(street)}>
                    <Swatch step={stepOf(street.factor)} />
                    <span>{street.name || t('traffic.unnamed')}</span>
                    <span>{t('traffic.times', { factor: factorText(street.factor, i18n.language) })}</span>
                  </button>
                </li>
              ))}
            </ol>
          </details>
          <p className="muted">
            {t('traffic.known', { count: traffic.known, slower: traffic.streets.length + traffic.leftOut })}
            {traffic.leftOut > 0 && ` ${t('traffic.leftOut', { count: traffic.leftOut })}`}
          </p>
        </>
      )}
    </section>
  );
}

/** The slowest piece of each street: one that is slow from end to end would fill the list alone. */
const slowestByName = (streets: readonly SlowerStreet[]) => streets.filter((street, index) => street.name === '' || streets.findIndex(other => other.name === street.name) === index);

/** A line as the map draws it. */
function Swatch({ step }: { step: 1 | 2 | 3 }) {
  return (
    <svg className="traffic-swatch" width="22" height="10" viewBox="0 0 22 10" data-step={step} aria-hidden>
      <path d="M3 5h16" />
      {step === 3 && <path className="traffic-core" d="M3 5h16" />}
    </svg>
  );
}
