import { useTranslation } from 'react-i18next';
import type { AffectedVisit, PlanComparison } from '../../../contract';
import { changeText, figureNames, figureOf, figureText } from '../../parts/planFigures';
import { useZone } from '../../parts/useZone';
import { useBoard } from '../../store/desk';

/** How many people are named before the rest are counted. */
const namedAtMost = 12;

/** The plan as it is and as it would be, and whom that concerns. */
export function ComparedPlans({ comparison }: { comparison: PlanComparison }) {
  const { t } = useTranslation();
  const { before, after, visits, technicians } = comparison;
  return (
    <>
      <table className="compare">
        <thead><tr><th /><th scope="col">{t('whatIf.before')}</th><th scope="col">{t('whatIf.after')}</th><th scope="col">{t('whatIf.change')}</th></tr></thead>
        <tbody>
          {figureNames.map(name => {
            const [was, becomes] = [figureOf(name, before), figureOf(name, after)];
            const change = Math.round(becomes - was);
            return (
              <tr key={name}>
                <th scope="row">{t(`figure.${name}`)}</th><td>{figureText(name, was)}</td><td>{figureText(name, becomes)}</td>
                <td data-change={change === 0 ? undefined : change > 0 ? 'worse' : 'better'}>{changeText(name, change) || t('whatIf.same')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <section>
        <h3>{t('whatIf.people', { count: visits.length })}</h3>
        {visits.length === 0 ? <p className="muted">{t('whatIf.nobody')}</p> : (
          <ul className="affected">{visits.slice(0, namedAtMost).map(visit => <Affected key={visit.visit} visit={visit} />)}</ul>
        )}
        {visits.length > namedAtMost && <p className="muted">{t('whatIf.more', { count: visits.length - namedAtMost })}</p>}
      </section>
      {technicians.length > 0 && (
        <section>
          <h3>{t('whatIf.technicians')}</h3>
          <ul className="affected">
            {technicians.map(technician => (
              <li key={technician.technician}>
                <b>{technician.name}</b>
                <span>
                  {[
                    changeText('driving', technician.driveSecondsMore / 60) && t('whatIf.driving', { change: changeText('driving', technician.driveSecondsMore / 60) }),
                    changeText('overtime', technician.overtimeMinutesMore) && t('whatIf.overtime', { change: changeText('overtime', technician.overtimeMinutesMore) }),
                    technician.visitsMore !== 0 && t('whatIf.visits', { change: changeText('unassigned', technician.visitsMore) }),
                  ].filter(Boolean).join(', ') || t('whatIf.order')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Affected({ visit }: { visit: AffectedVisit }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { day } = useBoard();
  const place = (technician: string | null, at: string | null) =>
    technician === null ? t('proposal.nobody') : [day.technicians.get(technician)?.name ?? technician, at && zone.time(at)].filter(Boolean).join(' ');
  return (
    <li>
      <b>{visit.patientName}</b>
      <span>{place(visit.was, visit.oldArrival)} → {place(visit.becomes, visit.newArrival)}{visit.breaksPromise && <em> {t('proposal.breaksPromise')}</em>}</span>
    </li>
  );
}
