import { Phone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallTaskView } from '../../../contract';
import { duration, minutesBetween } from '../../../shared/time';
import { ReasonText } from '../../parts/ReasonText';
import { Urgency } from '../../parts/Urgency';
import { useZone } from '../../parts/useZone';
import { useDesk, useNow } from '../../store/desk';
import { selectOne } from '../../store/selection';

const outcomes = ['reached', 'no-answer', 'wrong-number', 'not-needed'] as const;

/** A call that a person has to make: whom, why, by when; and how it went. "No answer" leaves it open for another try. */
export function CallRow({ call }: { call: CallTaskView }) {
  const { t } = useTranslation();
  const { commands } = useDesk();
  const zone = useZone();
  const [remark, setRemark] = useState('');
  const [isOpen, setOpen] = useState(false);
  const overdue = Math.floor(minutesBetween(call.dueAt, useNow(10_000)));
  const { visit, patient } = call;
  return (
    <div className="row">
      <p className="row-line">
        <Urgency urgency={call.urgency} />
        <button
          type="button" className="link row-title"
          onClick={() => { if (visit) selectOne('visit', visit); else if (patient) selectOne('patient', patient); }}
        >
          {call.callName}
        </button>
        <span className="row-time">{overdue > 0 ? t('call.over', { minutes: duration(overdue) }) : t('call.by', { time: zone.moment(call.dueAt) })}</span>
      </p>
      <p className="row-reason"><ReasonText reason={call.why} /></p>
      <p className="row-line row-small">
        <a href={`tel:${call.callNumber}`}><Phone size={12} aria-hidden /> {call.callNumber}</a>
        {call.outcome === 'no-answer' && <span className="muted">{t('call.outcome.no-answer')}</span>}
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t('call.how')}</button>
      </p>
      {isOpen && (
        <div className="call-outcome">
          <input aria-label={t('call.remark')} placeholder={t('call.remark')} maxLength={500} value={remark} onChange={event => setRemark(event.target.value)} />
          <div className="row-actions">
            {outcomes.map(outcome => (
              <button type="button" key={outcome} onClick={() => void commands.callOutcome(call.id, outcome, remark.trim()).then(isTaken => { if (isTaken) setOpen(false); })}>
                {t(`call.outcome.${outcome}`)}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
