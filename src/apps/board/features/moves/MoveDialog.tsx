import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { MoveVisits } from '../../../contract';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { TimeInput } from '../../parts/TimeInput';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { lacking } from '../../parts/lacking';
import { skillNames } from '../../parts/skillNames';

/** "Move to…": everything that dragging can do, without dragging. */
export function MoveDialog({ visits, close }: { visits: readonly string[]; close: () => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { commands, territory } = useDesk();
  const { day, foreseen } = useBoard();
  const moved = visits.map(id => foreseen.visits.get(id)).filter(visit => visit !== undefined);
  const [technician, setTechnician] = useState(moved[0]?.technician ?? '');
  const [place, setPlace] = useState<'best' | 'position' | 'time'>('best');
  const [position, setPosition] = useState(0);
  const [time, setTime] = useState('');
  const stops = (foreseen.routes.get(technician)?.stops ?? []).filter(stop => !visits.includes(stop.visit));
  const frozen = stops.filter(stop => stop.state !== 'Planned').length;
  const technicians = [...day.technicians.values()].sort((a, b) => a.name.localeCompare(b.name));

  const wanted = (): MoveVisits => {
    const startAt = place === 'time' && time
      ? Temporal.PlainDate.from(day.date).toZonedDateTime({ timeZone: territory.timeZone, plainTime: time }).toInstant().toString() : null;
    return {
      visits: visits.filter(id => foreseen.visits.has(id)), technician: technician || null,
      position: technician && place === 'position' ? Math.max(position, frozen) : null, startAt: technician ? startAt : null, expectedVersion: null,
    };
  };
  const submit = () => {
    const move = wanted();
    void commands.move(move, move.startAt ? Date.parse(move.startAt) : null);
    close();
  };

  return (
    <Dialog title={moved.length === 1 ? t('move.title', { name: moved[0]?.patientName }) : t('move.several', { count: moved.length })} close={close}>
      <form onSubmit={event => { event.preventDefault(); submit(); }}>
        <div className="dialog-body">
          <label className="field">
            {t('move.technician')}
            <select autoFocus value={technician} onChange={event => { setTechnician(event.target.value); setPosition(0); }}>
              <option value="">{t('move.nobody')}</option>
              {technicians.map(known => {
                const missing = lacking(known, moved, day.date);
                const names = skillNames(territory, missing);
                return (
                  <option key={known.id} value={known.id} disabled={known.duty === 'Out'}>
                    {known.name}{known.duty === 'Out' ? ` (${t('duty.Out')})` : missing.length > 0 ? ` (${t('move.lacks', { skills: names })})` : ''}
                  </option>
                );
              })}
            </select>
          </label>
          {technician && (
            <fieldset className="field">
              <legend>{t('move.where')}</legend>
              <label className="check"><input type="radio" name="place" checked={place === 'best'} onChange={() => setPlace('best')} /> {t('move.best')}</label>
              <label className="check">
                <input type="radio" name="place" checked={place === 'position'} onChange={() => setPlace('position')} /> {t('move.after')}
                <select aria-label={t('move.after')} value={position} onPointerDown={() => setPlace('position')} onChange={event => { setPosition(Number(event.target.value)); setPlace('position'); }}>
                  <option value={0}>{t('move.first')}</option>
                  {stops.map((stop, index) => <option key={stop.visit} value={index + 1}>{t('move.behind', { index: index + 1, name: foreseen.visits.get(stop.visit)?.patientName, time: zone.time(stop.startAt) })}</option>)}
                </select>
              </label>
              {/* Looking into a field with the keyboard chooses nothing; typing in it does. */}
              <div className="check" onPointerDown={() => setPlace('time')}>
                <label className="check"><input type="radio" name="place" checked={place === 'time'} onChange={() => setPlace('time')} /> {t('move.at')}</label>
                <TimeInput label={t('move.at')} isLabelShown={false} value={time} isRequired={place === 'time'} set={next => { setTime(next); setPlace('time'); }} />
              </div>
            </fieldset>
          )}
          <p className="muted">{technician ? t('move.hint') : t('move.nobodyHint')}</p>
        </div>
        <DialogFoot>
          <button type="button" className="foot-left" onClick={() => prompt({ kind: 'what-if', move: wanted() })}>{t('move.compare')}</button>
          <button type="button" onClick={close}>{t('cancel')}</button>
          <button type="submit" className="primary">{t('move.submit')}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
