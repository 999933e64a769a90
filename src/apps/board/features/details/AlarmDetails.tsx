import { useTranslation } from 'react-i18next';
import type { AlarmView } from '../../../contract';
import { reasonText } from '../../parts/ReasonText';
import { Urgency } from '../../parts/Urgency';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { whom } from '../../store/risk';
import { selectOne } from '../../store/selection';
import { Fact, Facts } from './Facts';

/** An alarm: what, whom it concerns, who has it, and the next step. */
export function AlarmDetails({ alarm: opened }: { alarm: AlarmView | undefined }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { commands } = useDesk();
  const { desk, day } = useBoard();
  const alarm = (opened && desk.alarms.get(opened.id)) ?? opened;
  if (!alarm) return <p className="muted">{t('alarm.over')}</p>;
  const { visit, patient, equipment, technician } = alarm;
  const isOver = !desk.alarms.has(alarm.id);
  return (
    <>
      <header className="details-head">
        <Urgency urgency={alarm.urgency} isCalling={alarm.acknowledgedAt === null && !isOver} />
        <h2>{whom(alarm, day.technicians) || t('alarm.noPatient')}</h2>
        <p>{reasonText(t, alarm.what)}</p>
      </header>
      {isOver ? <p className="muted">{t('alarm.over')}</p> : (
        <div className="actions" role="group" aria-label={t('details.actions')}>
          {alarm.acknowledgedAt === null && <button type="button" className="primary" onClick={() => void commands.alarmStep(alarm.id, 'Acknowledge')}>{t('alarm.take')}</button>}
          {(alarm.urgency === 'P0' || alarm.emergencyPlan) && <button type="button" onClick={() => prompt({ kind: 'emergency', alarm: alarm.id })}>{t(alarm.urgency === 'P0' ? 'alarm.card' : 'patient.emergencyPlan')}</button>}
          {alarm.acknowledgedAt !== null && <button type="button" onClick={() => void commands.alarmStep(alarm.id, 'CalledBack')}>{t('alarm.calledBack')}</button>}
          {patient && <button type="button" onClick={() => prompt({ kind: 'new-visit', patient })}>{t('header.newVisit')}</button>}
          <button type="button" onClick={() => void commands.alarmStep(alarm.id, 'Close')}>{t('alarm.close')}</button>
        </div>
      )}
      <Facts>
        <Fact name={t('alarm.since')}>{zone.time(alarm.raisedAt)}</Fact>
        <Fact name={t('alarm.who')}>{alarm.owner || t('alarm.noOwner')}</Fact>
        <Fact name={t('alarm.acknowledged')}>{alarm.acknowledgedAt && zone.time(alarm.acknowledgedAt)}</Fact>
        <Fact name={t('alarm.level')}>{alarm.level > 0 && t('alarm.raised', { count: alarm.level })}</Fact>
        <Fact name={t('alarm.callBackBy')}>{alarm.callBackBy && zone.time(alarm.callBackBy)}</Fact>
        <Fact name={t('alarm.patient')}>{patient && <button type="button" className="link" onClick={() => selectOne('patient', patient)}>{alarm.patientName}</button>}</Fact>
        <Fact name={t('details.device')}>{equipment && <button type="button" className="link" onClick={() => selectOne('equipment', equipment)}>{t('alarm.toDevice')}</button>}</Fact>
        <Fact name={t('alarm.visit')}>{visit && <button type="button" className="link" onClick={() => selectOne('visit', visit)}>{day.visits.get(visit)?.typeName ?? t('alarm.toVisit')}</button>}</Fact>
        <Fact name={t('details.technician')}>{technician && <button type="button" className="link" onClick={() => selectOne('technician', technician)}>{day.technicians.get(technician)?.name ?? technician}</button>}</Fact>
      </Facts>
    </>
  );
}
