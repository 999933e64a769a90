import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { reasonText } from '../../parts/ReasonText';
import { dismiss, useNotices, type Notice } from '../../store/notices';
import { ChangeNotes } from './ChangeNotes';
import './notices.css';

/** So many remarks on single visits are told; the rest is counted. */
const mostNamed = 4;

const about = (notice: Notice) => notice.remarks.filter(remark => remark.values.about !== undefined);

/** What became of one's own commands, and what others changed; read out politely, and above dialogs, so that undo can be had there too. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useNotices();
  return (
    <div className="notices" data-react-aria-top-layer="true" role="log" aria-live="polite" aria-label={t('notices')}>
      <ChangeNotes />
      {notices.map(notice => (
        <div key={notice.id} className="notice" data-tone={notice.tone}>
          <span>
            {notice.tone === 'refused' && <b>{t('refused.title')} </b>}
            {typeof notice.text === 'string' ? t(notice.text) : reasonText(t, notice.text)}
            {notice.remarks.filter(remark => remark.values.about === undefined).map(remark => ` ${reasonText(t, remark)}`)}
            {about(notice).slice(0, mostNamed).map(remark => <small key={remark.values.about}>{remark.values.about}: {reasonText(t, remark)}</small>)}
            {about(notice).length > mostNamed && <small>{t('otherwise', { count: about(notice).length - mostNamed })}</small>}
          </span>
          {notice.undo && <button type="button" className="quiet" onClick={() => { dismiss(notice.id); notice.undo?.(); }}>{t('header.undo')}</button>}
          <button type="button" className="icon-button" aria-label={t('close')} onClick={() => dismiss(notice.id)}><X size={16} aria-hidden /></button>
        </div>
      ))}
    </div>
  );
}
