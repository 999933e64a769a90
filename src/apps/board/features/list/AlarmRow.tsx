import { useTranslation } from 'react-i18next';
import type { AlarmView } from '../../../contract';
import { duration, minutesBetween } from '../../../shared/time';
import { ReasonText } from '../../parts/ReasonText';
import { Urgency } from '../../parts/Urgency';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk, useNow } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { isCalling, whom } from '../../store/risk';
import { selectOne } from '../../store/selection';

/** An alarm: what, since when, who has it in hand. Only an unanswered P0 or P1 calls for the eye. */
export function AlarmRow({ alarm, isChosen }: { alarm: AlarmView; isChosen: boolean }) {
  const { t } = useTranslation();
  const { commands } = useDesk();
  const { day } = useBoard();
  const zone = useZone();
  const now = useNow(5_000);
  const calling = isCalling(alarm);
  const age = Math.max(0, minutesBetween(alarm.raisedAt, now));
  return (
    <div className="row row-alarm" data-calling={calling || undefined} data-chosen={isChosen || undefined}>
      <button type="button" className="row-main" aria-pressed={isChosen} onClick={() => selectOne('alarm', alarm.id)}>
        <span className="row-line">
          <Urgency urgency={alarm.urgency} isCalling={alarm.acknowledgedAt === null} />
          <span className="row-title">{whom(alarm, day.technicians) || t('alarm.noPatient')}</span>
          <span className="row-time">{duration(age)}</span>
        </span>
        <span className="row-reason"><ReasonText reason={alarm.what} /></span>
      </button>
      <p className="row-line row-small">
        <span className="muted">
          {alarm.owner ? t('alarm.owner', { owner: alarm.owner }) : alarm.level > 0 ? t('alarm.raised', { count: alarm.level }) : t('alarm.noOwner')}
          {alarm.callBackBy && ` · ${t('alarm.callBack', { time: zone.time(alarm.callBackBy) })}`}
        </span>
        <span className="row-actions">
          {(alarm.urgency === 'P0' || alarm.emergencyPlan) && (
            <button type="button" onClick={() => prompt({ kind: 'emergency', alarm: alarm.id })}>{t(alarm.urgency === 'P0' ? 'alarm.card' : 'patient.emergencyPlan')}</button>
          )}
          {alarm.acknowledgedAt === null
            ? <button type="button" className={calling ? 'primary' : ''} onClick={() => void commands.alarmStep(alarm.id, 'Acknowledge')}>{t('alarm.take')}</button>
            : <button type="button" onClick={() => void commands.alarmStep(alarm.id, 'Close')}>{t('alarm.close')}</button>}
        </span>
      </p>
    </div>
  );
}
