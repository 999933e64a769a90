import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { reasonText } from '../../parts/ReasonText';
import { dismiss, useNotices } from '../../store/notices';
import { ChangeNotes } from './ChangeNotes';
import './notices.css';

/** What became of one's own commands, and what others changed; read out politely. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useNotices();
  return (
    <div className="notices" role="log" aria-live="polite" aria-label={t('notices')}>
      <ChangeNotes />
      {notices.map(notice => (
        <div key={notice.id} className="notice" data-tone={notice.tone}>
          <span>
            {notice.tone === 'refused' && <b>{t('refused.title')} </b>}
            {typeof notice.text === 'string' ? t(notice.text) : reasonText(t, notice.text)}
            {notice.remarks.map(remark => ` ${reasonText(t, remark)}`)}
          </span>
          {notice.undo && <button type="button" className="quiet" onClick={() => { dismiss(notice.id); notice.undo?.(); }}>{t('header.undo')}</button>}
          <button type="button" className="icon-button" aria-label={t('close')} onClick={() => dismiss(notice.id)}><X size={16} aria-hidden /></button>
        </div>
      ))}
    </div>
  );
}
