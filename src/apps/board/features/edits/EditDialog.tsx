import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { urgencies } from '../../../shared/urgencyShapes';
import type { EditVisit, UrgencyClass, VisitView } from '../../../contract';
import { Dialog } from '../../parts/Dialog';
import { useDesk, useVisit } from '../../store/desk';
import { timeField, WindowFields, windowsOf } from './WindowFields';

/** Changes duration, window, urgency, due date and note; what was not touched is not sent. */
export function EditDialog({ visit: id, close }: { visit: string; close: () => void }) {
  const { t } = useTranslation();
  const visit = useVisit(id);
  return <Dialog title={t('edit.title')} close={close}>{visit ? <EditForm visit={visit} close={close} /> : <p>{t('details.gone')}</p>}</Dialog>;
}

function EditForm({ visit, close }: { visit: VisitView; close: () => void }) {
  const { t } = useTranslation();
  const { commands, territory } = useDesk();
  const zone = territory.timeZone;
  const [first] = visit.windows;
  const [minutes, setMinutes] = useState(visit.durationMinutes);
  const [urgency, setUrgency] = useState<UrgencyClass>(visit.urgency);
  const [due, setDue] = useState(visit.dueDate ?? '');
  const [note, setNote] = useState(visit.note);
  const [from, setFrom] = useState(timeField(first?.start, zone));
  const [to, setTo] = useState(timeField(first?.end, zone));
  const [isHard, setHard] = useState(first?.isHard ?? false);
  const isWindowTouched = from !== timeField(first?.start, zone) || to !== timeField(first?.end, zone) || isHard !== (first?.isHard ?? false);
  const edit: EditVisit = {
    durationMinutes: minutes === visit.durationMinutes ? null : minutes,
    urgency: urgency === visit.urgency ? null : urgency,
    dueDate: due === (visit.dueDate ?? '') || due === '' ? null : due,
    note: note === visit.note ? null : note,
    windows: isWindowTouched && visit.date ? windowsOf(visit.date, from, to, isHard, zone) : null,
    deadline: null,
  };
  const isChanged = Object.values(edit).some(value => value !== null);
  return (
    <form onSubmit={event => { event.preventDefault(); void commands.edit(visit.id, edit); close(); }}>
      <div className="dialog-body">
        <p>{visit.typeName}, <b>{visit.patientName}</b></p>
        <div className="field-row">
          <label className="field">{t('edit.minutes')}<input type="number" min={1} max={600} required value={minutes} onChange={event => setMinutes(event.target.valueAsNumber)} /></label>
          <label className="field">
            {t('edit.urgency')}
            <select value={urgency} onChange={event => setUrgency(event.target.value as UrgencyClass)}>
              {urgencies.map(name => <option key={name} value={name}>{name} {t(`urgency.${name}`)}</option>)}
            </select>
          </label>
        </div>
        {visit.date && <WindowFields from={from} to={to} isHard={isHard} setFrom={setFrom} setTo={setTo} setHard={setHard} />}
        <label className="field">{t('edit.due')}<input type="date" value={due} onChange={event => setDue(event.target.value)} /></label>
        <label className="field">{t('edit.note')}<textarea rows={3} maxLength={2000} value={note} onChange={event => setNote(event.target.value)} /></label>
      </div>
      <footer className="dialog-foot">
        <button type="button" onClick={close}>{t('cancel')}</button>
        <button type="submit" className="primary" disabled={!isChanged}>{t('edit.submit')}</button>
      </footer>
    </form>
  );
}
