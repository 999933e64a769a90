import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { useBoard, useDesk } from '../../store/desk';

/** Writes to a technician's phone. */
export function WriteDialog({ technician, close }: { technician: string; close: () => void }) {
  const { t } = useTranslation();
  const { commands } = useDesk();
  const { day } = useBoard();
  const [text, setText] = useState('');
  const name = day.technicians.get(technician)?.name ?? t('message.technician');
  const submit = async () => {
    if (await commands.write(technician, text.trim())) close();
  };
  return (
    <Dialog title={t('write.title', { name })} close={close}>
      <form onSubmit={event => { event.preventDefault(); void submit(); }}>
        <div className="dialog-body">
          <label className="field">{t('write.text')}<textarea autoFocus required rows={4} maxLength={500} value={text} onChange={event => setText(event.target.value)} /></label>
          <p className="muted">{t('write.left', { count: 500 - text.length })}</p>
        </div>
        <DialogFoot>
          <button type="button" onClick={close}>{t('cancel')}</button>
          <button type="submit" className="primary" disabled={text.trim() === ''}>{t('write.submit')}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
