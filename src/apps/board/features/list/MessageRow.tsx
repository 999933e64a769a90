import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../contract';
import { useZone } from '../../parts/useZone';
import { useBoard } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { selectOne } from '../../store/selection';

/** A message that went out or came in: to or from whom, when, what; the patient's page behind it. */
export function MessageRow({ message }: { message: MessageView }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { day } = useBoard();
  const technician = message.technician ? day.technicians.get(message.technician) : undefined;
  const visit = message.visit ? day.visits.get(message.visit) : undefined;
  const who = message.audience === 'Patient' ? visit?.patientName ?? t('message.patient') : technician?.name ?? t('message.technician');
  return (
    <div className="row">
      <p className="row-line">
        <span className="muted row-fixed">{t(`message.audience.${message.audience}`)}</span>
        <button
          type="button" className="link row-title"
          onClick={() => {
            if (message.visit) selectOne('visit', message.visit);
            else if (message.technician) selectOne('technician', message.technician);
            else if (message.patient) selectOne('patient', message.patient);
          }}
        >
          {who}
        </button>
        <time className="row-time">{zone.moment(message.sentAt)}</time>
      </p>
      <p className="row-text">{message.text}</p>
      <p className="row-actions">
        {message.link && <a href={message.link} target="_blank" rel="noreferrer">{t('message.page')}</a>}
        {message.audience === 'Desk' && message.technician && (
          <button type="button" onClick={() => { if (message.technician) prompt({ kind: 'write', technician: message.technician }); }}>{t('message.answer')}</button>
        )}
      </p>
    </div>
  );
}
