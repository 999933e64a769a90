import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { useDesk, useVisit } from '../../store/desk';

/** Calls a visit off, with a reason for the history; says whom it concerns. */
export function CancelDialog({ visit: id, close }: { visit: string; close: () => void }) {
  const { t } = useTranslation();
  const { commands } = useDesk();
  const visit = useVisit(id);
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t('cancelVisit.title')} close={close}>
      <form onSubmit={event => { event.preventDefault(); void commands.cancel(id, reason.trim()); close(); }}>
        <div className="dialog-body">
          <p>{visit?.typeName}, <b>{visit?.patientName}</b></p>
          {visit?.promise && <p className="muted">{t('cancelVisit.promised')}</p>}
          <label className="field">{t('cancelVisit.reason')}<input autoFocus required maxLength={500} value={reason} onChange={event => setReason(event.target.value)} /></label>
        </div>
        <DialogFoot>
          <button type="button" onClick={close}>{t('cancelVisit.keep')}</button>
          <button type="submit" className="primary">{t('cancelVisit.submit')}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
