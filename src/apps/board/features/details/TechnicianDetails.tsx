import { GitCompareArrows, MessageSquare, Palette, Phone, UserCheck, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TechnicianDetailsView } from '../../../contract';
import { duration, millis, minutesBetween } from '../../../shared/time';
import { UrgencyMark } from '../../../shared/UrgencyMark';
import { useAnswer } from '../../parts/useAnswer';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk, useNow } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { riskOf } from '../../store/risk';
import { selectOne, toggleColour, useSelection } from '../../store/selection';
import { Fact, Facts, History, Missing } from './Facts';
import { RouteCosts } from './RouteCosts';
import { VanFacts } from './VanFacts';

/** A technician: state, where, skills, today's stops, and what can be done. */
export function TechnicianDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { store, commands, territory } = useDesk();
  const { day, foreseen } = useBoard();
  const now = useNow(5_000);
  const chosen = useSelection();
  const row = day.technicians.get(id);
  const route = foreseen.routes.get(id);
  const read = useAnswer<TechnicianDetailsView>(`/api/technicians/${encodeURIComponent(id)}`, row?.duty);
  const name = row?.name ?? read.value?.technician.name;
  if (name === undefined) return <Missing read={read} />;
  const fix = store.positions.of(id);
  const skills = row?.skills ?? read.value?.technician.skills ?? [];
  const phone = row?.phone ?? read.value?.technician.phone ?? '';
  const driveMetres = (route?.stops ?? []).reduce((sum, stop) => sum + stop.driveMetres, 0);

  return (
    <>
      <header className="details-head">
        <h2>{name}</h2>
        <p className="muted">{row ? (row.duty === 'Out' ? `${t('duty.Out')}: ${row.outReason}` : t(`duty.${row.duty}`)) : t('technician.notToday')}</p>
      </header>
      <div className="actions" role="group" aria-label={t('details.actions')}>
        <button type="button" onClick={() => prompt({ kind: 'write', technician: id })}><MessageSquare size={16} aria-hidden /> {t('action.write')}</button>
        {phone && <a className="button" href={`tel:${phone}`}><Phone size={16} aria-hidden /> {phone}</a>}
        <button type="button" aria-pressed={chosen.coloured.includes(id)} onClick={() => toggleColour(id)}><Palette size={16} aria-hidden /> {t('action.colour')}</button>
        {row && row.duty !== 'Out' && <button type="button" onClick={() => prompt({ kind: 'out', technician: id })}><UserX size={16} aria-hidden /> {t('action.out')}</button>}
        {row && row.duty !== 'Out' && <button type="button" onClick={() => prompt({ kind: 'what-if', out: id })}><GitCompareArrows size={16} aria-hidden /> {t('action.whatIfOut')}</button>}
        {row?.duty === 'Out' && <button type="button" className="primary" onClick={() => void commands.markBack(id)}><UserCheck size={16} aria-hidden /> {t('action.back')}</button>}
      </div>
      {row?.unansweredSince && <p className="flag" data-risk="at-risk">{t('technician.unanswered', { time: zone.time(row.unansweredSince) })}</p>}
      <Facts>
        <Fact name={t('technician.shift')}>{row?.shiftStart && row.shiftEnd && zone.interval(row.shiftStart, row.shiftEnd)}</Fact>
        <Fact name={t('technician.van')}>{row?.van ?? read.value?.technician.van}</Fact>
        <Fact name={t('technician.position')}>{fix ? (minutesBetween(fix.fixAt, now) < 1 ? t('technician.justNow') : t('technician.fixAge', { age: duration(minutesBetween(fix.fixAt, now)) })) : t('technician.noFix')}</Fact>
        <Fact name={t('technician.break')}>{route?.breaks.map(pause => `${zone.time(pause.start)}, ${duration(pause.minutes)}`).join('; ')}</Fact>
        <Fact name={t('technician.home')}>{route && route.stops.length > 0 && zone.time(route.homeAt)}</Fact>
        <Fact name={t('technician.overtime')}>{route && route.overtimeMinutes > 0 && duration(route.overtimeMinutes)}</Fact>
        <Fact name={t('technician.drive')}>{driveMetres > 0 && zone.distance(driveMetres)}</Fact>
        <Fact name={t('technician.pace')}>{read.value && read.value.technician.durationPercent !== 100 && t('details.percent', { percent: read.value.technician.durationPercent })}</Fact>
        <Fact name={t('technician.drivePace')}>{read.value && read.value.technician.drivePercent !== 100 && t('details.percent', { percent: read.value.technician.drivePercent })}</Fact>
        <Fact name={t('technician.homeArea')}>{read.value && read.value.technician.homeAreaKilometres > 0 && t('technician.homeAreaReach', { kilometres: read.value.technician.homeAreaKilometres })}</Fact>
        <Fact name={t('details.skills')}>
          {skills.map(skill => `${territory.skills.find(known => known.id === skill.id)?.name ?? skill.id} ${skill.level}${skill.expires ? ` (${t('technician.until', { date: zone.day(skill.expires) })})` : ''}`).join(', ')}
        </Fact>
        <VanFacts instruments={read.value?.technician.instruments ?? []} spaces={route?.spaces ?? []} />
      </Facts>
      <section>
        <h3>{t('technician.stops')}</h3>
        {(route?.stops.length ?? 0) === 0 ? <p className="muted">{t('technician.noStops')}</p> : (
          <ol className="stops">
            {route?.stops.map((stop, index) => {
              const visit = foreseen.visits.get(stop.visit);
              return visit && (
                <li key={stop.visit} data-state={stop.state} data-risk={riskOf(visit)}>
                  <button type="button" onClick={() => selectOne('visit', stop.visit)}>
                    <span className="stop-index">{index + 1}</span>
                    <UrgencyMark urgency={visit.urgency} isNamed />
                    <span className="stop-who">{visit.patientName}<small>{visit.typeName}</small></span>
                    <time>{zone.time(millis(stop.startAt))}</time>
                  </button>
                </li>
              );
            })}
          </ol>
        )}
      </section>
      {route && route.stops.length > 0 && <RouteCosts technician={id} date={route.date} version={route.version} />}
      <Missing read={read} />
      <History entries={read.value?.history ?? []} />
    </>
  );
}
