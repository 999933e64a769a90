import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { isAhead } from '../../store/risk';
import type { Supposed } from './supposed';

/** Who is out, what takes longer, which part is missing, what was moved, and whether the planner may improve on it. */
export function SupposedFields({ supposed, change }: { supposed: Supposed; change: (next: Partial<Supposed>) => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { territory } = useDesk();
  const { day, foreseen } = useBoard();
  const technicians = [...day.technicians.values()].filter(known => known.duty !== 'Out').sort((a, b) => a.name.localeCompare(b.name));
  const visits = [...foreseen.visits.values()].filter(known => known.technician !== null && (isAhead(known) || known.status === 'Arrived'))
    .sort((a, b) => a.patientName.localeCompare(b.patientName));
  const name = (technician: string | null) => (technician === null ? t('proposal.nobody') : day.technicians.get(technician)?.name ?? technician);
  const { out, longer, missing, moves } = supposed;
  const without = <T,>(lines: readonly T[], index: number) => lines.filter((_, at) => at !== index);
  const set = <T,>(lines: readonly T[], index: number, next: Partial<T>) => lines.map((line, at) => (at === index ? { ...line, ...next } : line));

  return (
    <div className="what-if-fields">
      {moves.map((move, index) => (
        <Line key={index} title={t('whatIf.moved')} remove={() => change({ moves: without(moves, index) })}>
          <p>
            {move.visits.map(visit => foreseen.visits.get(visit)?.patientName ?? visit).join(', ')} → <b>{name(move.technician)}</b>
            {move.startAt !== null && `, ${zone.time(move.startAt)}`}
          </p>
        </Line>
      ))}
      {out.map((technician, index) => (
        <Line key={index} title={t('whatIf.out')} remove={() => change({ out: without(out, index) })}>
          <select aria-label={t('whatIf.out')} value={technician} onChange={event => change({ out: out.map((known, at) => (at === index ? event.target.value : known)) })}>
            {technicians.map(known => <option key={known.id} value={known.id}>{known.name}</option>)}
          </select>
        </Line>
      ))}
      {longer.map((line, index) => (
        <Line key={index} title={t('whatIf.longer')} remove={() => change({ longer: without(longer, index) })}>
          <select aria-label={t('whatIf.longer')} value={line.visit} onChange={event => change({ longer: set(longer, index, { visit: event.target.value }) })}>
            {visits.map(known => <option key={known.id} value={known.id}>{known.patientName}, {known.typeName}</option>)}
          </select>
          <label className="inline-field">
            {t('whatIf.by')}
            <input type="number" min={1} max={480} value={line.extraMinutes} onChange={event => change({ longer: set(longer, index, { extraMinutes: event.target.valueAsNumber || 0 }) })} />
          </label>
        </Line>
      ))}
      {missing.map((line, index) => (
        <Line key={index} title={t('whatIf.missing')} remove={() => change({ missing: without(missing, index) })}>
          <select aria-label={t('details.technician')} value={line.technician} onChange={event => change({ missing: set(missing, index, { technician: event.target.value }) })}>
            {technicians.map(known => <option key={known.id} value={known.id}>{known.name}</option>)}
          </select>
          <select aria-label={t('whatIf.part')} value={line.part} onChange={event => change({ missing: set(missing, index, { part: event.target.value }) })}>
            {territory.parts.map(known => <option key={known.id} value={known.id}>{known.name}</option>)}
          </select>
          <label className="inline-field">
            {t('whatIf.left')}
            <input type="number" min={0} max={999} value={line.left} onChange={event => change({ missing: set(missing, index, { left: event.target.valueAsNumber || 0 }) })} />
          </label>
        </Line>
      ))}
      <div className="what-if-add" role="group" aria-label={t('whatIf.add')}>
        <button type="button" disabled={technicians.length === 0} onClick={() => change({ out: [...out, technicians.find(known => !out.includes(known.id))?.id ?? ''] })}>
          <Plus size={16} aria-hidden /> {t('whatIf.out')}
        </button>
        <button type="button" disabled={visits.length === 0} onClick={() => change({ longer: [...longer, { visit: visits[0]?.id ?? '', extraMinutes: 30 }] })}>
          <Plus size={16} aria-hidden /> {t('whatIf.longer')}
        </button>
        <button
          type="button" disabled={technicians.length === 0 || territory.parts.length === 0}
          onClick={() => change({ missing: [...missing, { technician: technicians[0]?.id ?? '', part: territory.parts[0]?.id ?? '', left: 0 }] })}
        >
          <Plus size={16} aria-hidden /> {t('whatIf.missing')}
        </button>
      </div>
      <label className="check"><input type="checkbox" checked={supposed.improve} onChange={event => change({ improve: event.target.checked })} /> {t('whatIf.improve')}</label>
    </div>
  );
}

function Line({ title, remove, children }: { title: string; remove: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <fieldset className="what-if-line">
      <legend>{title}</legend>
      {children}
      <button type="button" className="icon-button" aria-label={t('admin.removeRow')} onClick={remove}><X size={16} aria-hidden /></button>
    </fieldset>
  );
}
