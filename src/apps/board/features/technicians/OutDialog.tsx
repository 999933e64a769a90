import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { VisitUnderWay } from '../../../contract';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { TimeInput } from '../../parts/TimeInput';
import { useBoard, useDesk } from '../../store/desk';

const reasons = ['ill', 'van', 'accident', 'other'] as const;

/** Takes a technician out of the day: why, until when, and what becomes of the visit under way, which must be said. */
export function OutDialog({ technician: id, close }: { technician: string; close: () => void }) {
  const { t } = useTranslation();
  const { commands, territory } = useDesk();
  const { day, foreseen } = useBoard();
  const [reason, setReason] = useState<(typeof reasons)[number]>('ill');
  const [words, setWords] = useState('');
  const [until, setUntil] = useState('');
  const [fate, setFate] = useState<VisitUnderWay | null>(null);
  const technician = day.technicians.get(id);
  const stops = foreseen.routes.get(id)?.stops ?? [];
  const underWay = stops.find(stop => stop.state === 'Arrived' || stop.state === 'OnTheWay');
  const open = stops.filter(stop => stop.state === 'Planned').length;
  const submit = async () => {
    const isTaken = await commands.markOut({
      technician: id,
      reason: [t(`out.reason.${reason}`), words.trim()].filter(Boolean).join(': '),
      until: until ? Temporal.PlainDate.from(day.date).toZonedDateTime({ timeZone: territory.timeZone, plainTime: until }).toInstant().toString() : null,
      visitUnderWay: underWay ? fate : null,
    });
    if (isTaken) close();
  };
  return (
    <Dialog title={t('out.title', { name: technician?.name ?? id })} close={close}>
      <form onSubmit={event => { event.preventDefault(); void submit(); }}>
        <div className="dialog-body">
          <label className="field">
            {t('out.why')}
            <select autoFocus value={reason} onChange={event => setReason(event.target.value as typeof reason)}>
              {reasons.map(name => <option key={name} value={name}>{t(`out.reason.${name}`)}</option>)}
            </select>
          </label>
          <label className="field">{t('out.words')}<input maxLength={200} value={words} onChange={event => setWords(event.target.value)} /></label>
          <TimeInput label={t('out.until')} value={until} set={setUntil} />
          {underWay && (
            <fieldset className="field">
              <legend>{t('out.underWay', { name: foreseen.visits.get(underWay.visit)?.patientName })}</legend>
              {(['FinishedFirst', 'HandedOn'] as const).map(name => (
                <label key={name} className="check"><input type="radio" name="fate" required checked={fate === name} onChange={() => setFate(name)} /> {t(`out.fate.${name}`)}</label>
              ))}
            </fieldset>
          )}
          <p className="muted">{t('out.hint', { count: open })}</p>
        </div>
        <DialogFoot>
          <button type="button" onClick={close}>{t('cancel')}</button>
          <button type="submit" className="primary">{t('out.submit')}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
