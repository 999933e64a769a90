import { useTranslation } from 'react-i18next';
import type { PatientDetailsView, SpaceCount, VisitDetailsView } from '../../../contract';
import { addressLine } from '../../../shared/address';
import { duration } from '../../../shared/time';
import { reasonText } from '../../parts/ReasonText';
import { Urgency } from '../../parts/Urgency';
import { skillNames } from '../../parts/skillNames';
import { useAnswer } from '../../parts/useAnswer';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk, useVisit } from '../../store/desk';
import { isUnassigned, lateMinutes, riskKey, riskOf } from '../../store/risk';
import { selectOne } from '../../store/selection';
import { Fact, Facts, History, Missing } from './Facts';
import { RunwayFacts } from './RunwayFacts';
import { VisitActions } from './VisitActions';
import { WhyHere } from './WhyHere';

/** A visit: what, who, when, what was promised, why it is where it is, what it costs, and what happened. */
export function VisitDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { territory } = useDesk();
  const { day, foreseen } = useBoard();
  const live = useVisit(id);
  const route = live?.technician ? foreseen.routes.get(live.technician) : undefined;
  const stop = route?.stops.find(known => known.visit === id);
  const since = `${live?.version ?? ''} ${route?.version ?? ''}`;
  const read = useAnswer<VisitDetailsView>(`/api/visits/${encodeURIComponent(id)}`, since);
  const visit = live ?? read.value?.visit;
  const patient = useAnswer<PatientDetailsView>(visit ? `/api/patients/${encodeURIComponent(visit.patient)}` : null);
  if (!visit) return <Missing read={read} />;
  const technician = visit.technician ? day.technicians.get(visit.technician) : undefined;
  const risk = riskOf(visit);
  const loads = (counts: readonly SpaceCount[]) => counts.map(load => `${load.count} × ${territory.spaces.find(known => known.id === load.space)?.name ?? load.space}`).join(', ');

  return (
    <>
      <header className="details-head">
        <Urgency urgency={visit.urgency} />
        <h2>{visit.typeName}</h2>
        <p><button type="button" className="link" onClick={() => selectOne('patient', visit.patient)}>{visit.patientName}</button></p>
        <p className="muted">{addressLine(visit.address)}</p>
      </header>
      {risk !== 'none' && (
        <p className="flag" data-risk={risk}>{t(riskKey(visit), { minutes: duration(lateMinutes(visit)) })}</p>
      )}
      {isUnassigned(visit) && (
        <section className="why-unassigned">
          <h3>{t('details.whyUnassigned')}</h3>
          {visit.unassignedReasons.length === 0 ? <p className="muted">{t('details.notYetTold')}</p>
            : <ul>{visit.unassignedReasons.map(reason => <li key={reason.code + reason.text}>{reasonText(t, reason)}</li>)}</ul>}
        </section>
      )}
      <VisitActions visit={visit} />
      <Facts>
        <Fact name={t('details.status')}>{t(`status.${visit.status}`)}{visit.patientIsHome === true && `, ${t('visit.isHome')}`}</Fact>
        <Fact name={t('details.day')}>{visit.date ? zone.day(visit.date) : t('list.backlog')}</Fact>
        <Fact name={t('details.technician')}>
          {technician && <button type="button" className="link" onClick={() => selectOne('technician', technician.id)}>{technician.name}</button>}
          {visit.partner && <>{technician && ', '}{visit.partner.name ? t('visit.with', { name: visit.partner.name }) : t('visit.needsTwo')}</>}
        </Fact>
        <Fact name={t('patient.preferred')}>{patient.value?.preferred.map(preferred => day.technicians.get(preferred)?.name ?? preferred).join(', ')}</Fact>
        <Fact name={t('details.arrival')}>{visit.estimatedArrival && <b>{zone.time(visit.estimatedArrival)}{visit.estimatedEnd && `–${zone.time(visit.estimatedEnd)}`}</b>}</Fact>
        <Fact name={t('details.likely')}>
          {stop?.likely && <>{zone.interval(stop.likely.start, stop.likely.end)} <span className="muted">{t('details.certainty', { percent: territory.settings.planning.intervalPercent })}</span></>}
        </Fact>
        <Fact name={t('details.latePercent')}>{stop && stop.latePercent >= 5 && t('details.percent', { percent: stop.latePercent })}</Fact>
        <Fact name={t('details.promise')}>
          {visit.promise ? <>{zone.interval(visit.promise.start, visit.promise.end)} <span className="muted">{t('details.toldAt', { time: zone.moment(visit.promise.toldAt) })}</span></> : t('details.nothingTold')}
        </Fact>
        <Fact name={t('details.deadline')}>{visit.deadline && zone.moment(visit.deadline)}</Fact>
        <Fact name={t('backlog.mayBe')}>{visit.days && `${zone.day(visit.days.first)} – ${zone.day(visit.days.last)}${visit.days.times?.map(time => `, ${time.from.slice(0, 5)}–${time.to.slice(0, 5)}`).join('') ?? ''}`}</Fact>
        <Fact name={t('details.due')}>{visit.dueDate && zone.day(visit.dueDate)}</Fact>
        <Fact name={t('details.windows')}>{visit.windows.map(window => `${zone.interval(window.start, window.end)}${window.isHard ? ` (${t('details.fixed')})` : ''}`).join(', ')}</Fact>
        <Fact name={t('details.duration')}>{duration(visit.durationMinutes)}</Fact>
        <Fact name={t('details.skills')}>{skillNames(territory, visit.skills)}</Fact>
        <Fact name={t('details.parts')}>{visit.parts.map(part => `${part.count} × ${territory.parts.find(known => known.id === part.part)?.name ?? part.part}`).join(', ')}</Fact>
        <Fact name={t('technician.instruments')}>{visit.instruments.map(kind => territory.instruments.find(known => known.id === kind)?.name ?? kind).join(', ')}</Fact>
        <Fact name={t('details.brings')}>{loads(visit.brings)}</Fact>
        <Fact name={t('details.takes')}>{loads(visit.takes)}</Fact>
        <Fact name={t('details.pinned')}>
          {[visit.pinnedTechnician && t('details.pinnedTo', { name: day.technicians.get(visit.pinnedTechnician)?.name ?? visit.pinnedTechnician }), visit.pinnedStart && t('details.pinnedAt', { time: zone.time(visit.pinnedStart) }), visit.keepsOrder ? t('details.orderKept') : stop?.isOrderKept && t('details.orderKeptBefore')].filter(Boolean).join(', ')}
        </Fact>
        <Fact name={t('details.marks')}>{visit.marks.map(mark => t(`mark.${mark}`, { defaultValue: mark })).join(', ')}</Fact>
        <Fact name={t('details.note')}>{visit.note}</Fact>
      </Facts>
      {visit.equipment.length > 0 && (
        <section>
          <h3>{t('details.equipment')}</h3>
          <p>{visit.equipment.map(device => <button type="button" key={device} className="link" onClick={() => selectOne('equipment', device)}>{deviceName(patient.value, device) ?? t('alarm.toDevice')}</button>)}</p>
        </section>
      )}
      {visit.runway && <RunwayFacts runway={visit.runway} />}
      {visit.status === 'Scheduled' && <WhyHere visit={visit} since={since} />}
      <Missing read={read} />
      <History entries={read.value?.history ?? []} />
    </>
  );
}

function deviceName(patient: PatientDetailsView | null, device: string): string | undefined {
  const found = patient?.equipment.find(known => known.id === device);
  return found && `${found.model}, ${found.serial}`;
}
