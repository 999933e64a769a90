import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { useDesk, useVisit } from '../../store/desk';
import { windowsOf, WindowFields } from './WindowFields';

/** Takes a visit to another day, with a window if the patient asked for one, or into the backlog. */
export function RescheduleDialog({ visit: id, close }: { visit: string; close: () => void }) {
  const { t } = useTranslation();
  const { commands, today, territory } = useDesk();
  const visit = useVisit(id);
  const [toBacklog, setToBacklog] = useState(false);
  const [date, setDate] = useState(() => Temporal.PlainDate.from(visit?.date && visit.date > today ? visit.date : today).add({ days: 1 }).toString());
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isHard, setHard] = useState(false);
  const submit = () => {
    void commands.reschedule(id, toBacklog ? { date: null, windows: null } : { date, windows: windowsOf(date, from, to, isHard, territory.timeZone) });
    close();
  };
  return (
    <Dialog title={t('reschedule.title')} close={close}>
      <form onSubmit={event => { event.preventDefault(); submit(); }}>
        <div className="dialog-body">
          <p>{visit?.typeName}, <b>{visit?.patientName}</b></p>
          <label className="field">{t('reschedule.date')}<input type="date" required={!toBacklog} disabled={toBacklog} min={today} value={date} onChange={event => setDate(event.target.value)} /></label>
          {!toBacklog && <WindowFields from={from} to={to} isHard={isHard} setFrom={setFrom} setTo={setTo} setHard={setHard} />}
          <label className="check"><input type="checkbox" checked={toBacklog} onChange={event => setToBacklog(event.target.checked)} /> {t('reschedule.backlog')}</label>
          {visit?.promise && <p className="muted">{t('reschedule.promised')}</p>}
        </div>
        <DialogFoot>
          <button type="button" onClick={close}>{t('cancel')}</button>
          <button type="submit" className="primary">{t('reschedule.submit')}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
