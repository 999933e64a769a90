import { PhoneCall } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration, minutesBetween } from '../../../shared/time';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { reasonText } from '../../parts/ReasonText';
import { Urgency } from '../../parts/Urgency';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk, useNow } from '../../store/desk';

/** The P0 card: plan and number first, then who called when, who has it, and when to call back. It needs no plan and no map. */
export function EmergencyCard({ alarm: id, close }: { alarm: string; close: () => void }) {
  const { t } = useTranslation();
  const { commands, session } = useDesk();
  const { desk } = useBoard();
  const zone = useZone();
  const now = useNow(1_000);
  const [remark, setRemark] = useState('');
  const alarm = desk.alarms.get(id);
  if (!alarm) return <Dialog title={t('emergency.title')} close={close}><p>{t('alarm.over')}</p></Dialog>;
  const callBackIn = alarm.callBackBy ? minutesBetween(now, alarm.callBackBy) : null;
  const step = (name: 'Acknowledge' | 'EmergencyCalled' | 'CalledBack' | 'Close') => void commands.alarmStep(alarm.id, name, remark.trim()).then(isTaken => {
    if (isTaken) setRemark('');
    if (isTaken && name === 'Close') close();
  });
  return (
    <Dialog title={t(alarm.urgency === 'P0' ? 'emergency.title' : 'patient.emergencyPlan')} size="medium" close={close} mark={<Urgency urgency={alarm.urgency} isCalling={alarm.acknowledgedAt === null} />}>
      <div className="dialog-body emergency">
        <p><b>{alarm.patientName}</b>: {reasonText(t, alarm.what)}</p>
        <section className="emergency-plan">
          <h3>{t('patient.emergencyPlan')}</h3>
          <p className="emergency-text">{alarm.emergencyPlan || t('emergency.noPlan')}</p>
          <a className="button primary emergency-call" href={`tel:${alarm.emergencyNumber}`}><PhoneCall size={16} aria-hidden /> {alarm.emergencyNumber || t('emergency.noNumber')}</a>
        </section>
        <ol className="emergency-steps">
          <li data-done={alarm.acknowledgedAt !== null || undefined}>
            <span>{alarm.owner ? t('alarm.owner', { owner: alarm.owner }) : t('emergency.noOwner')}</span>
            {alarm.owner !== session.userName && <button type="button" onClick={() => step('Acknowledge')}>{t('alarm.take')}</button>}
          </li>
          <li data-done={alarm.emergencyCalledAt !== null || undefined}>
            <span>{alarm.emergencyCalledAt ? t('emergency.calledAt', { time: zone.time(alarm.emergencyCalledAt), who: alarm.emergencyCalledBy }) : t('emergency.notCalled')}</span>
            <button type="button" onClick={() => step('EmergencyCalled')}>{t('emergency.called')}</button>
          </li>
          <li>
            <span>
              {callBackIn === null ? t('emergency.noCallBack')
                : callBackIn >= 0 ? t('emergency.callBackIn', { minutes: duration(callBackIn) }) : t('emergency.callBackOver', { minutes: duration(-callBackIn) })}
            </span>
            <button type="button" onClick={() => step('CalledBack')}>{t('alarm.calledBack')}</button>
          </li>
        </ol>
        <label className="field">{t('emergency.remark')}<input maxLength={500} value={remark} onChange={event => setRemark(event.target.value)} /></label>
      </div>
      <DialogFoot>
        <button type="button" onClick={() => step('Close')}>{t('alarm.close')}</button>
        <button type="button" onClick={close}>{t('close')}</button>
      </DialogFoot>
    </Dialog>
  );
}
