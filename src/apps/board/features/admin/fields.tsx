import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeInput } from '../../parts/TimeInput';

/** A line of text. */
export function TextField({ label, value, set, ...more }: { label: string; value: string; set: (value: string) => void; required?: boolean; maxLength?: number; type?: string; pattern?: string; disabled?: boolean; autoComplete?: string; list?: string }) {
  return <label className="field">{label}<input value={value} onChange={event => set(event.target.value)} {...more} /></label>;
}

/** Several lines. */
export function LongField({ label, value, set, rows = 3 }: { label: string; value: string; set: (value: string) => void; rows?: number }) {
  return <label className="field">{label}<textarea rows={rows} value={value} onChange={event => set(event.target.value)} /></label>;
}

/** A number; with `isOptional` an empty field is null. */
export function NumberField({ label, value, set, min = 0, max, step = 1, isOptional = false }: {
  label: string;
  value: number | null;
  set: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number | 'any';
  isOptional?: boolean;
}) {
  return (
    <label className="field">
      {label}
      <input
        type="number" min={min} max={max} step={step} required={!isOptional} value={value === null || Number.isNaN(value) ? '' : value}
        onChange={event => set(event.target.value === '' ? (isOptional ? null : NaN) : event.target.valueAsNumber)}
      />
    </label>
  );
}

/** One of several. */
export function Choice<T extends string>({ label, value, set, options, required }: {
  label: string;
  value: T | '';
  set: (value: T) => void;
  options: readonly (readonly [T, string])[];
  required?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <label className="field">
      {label}
      <select value={value} required={required} onChange={event => set(event.target.value as T)}>
        {(value === '' || !options.some(([key]) => key === value)) && <option value="">{t('admin.choose')}</option>}
        {options.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
      </select>
    </label>
  );
}

/** A list of rows, each of which can be taken out, and a button for one more. */
export function RowList<T>({ title, rows, set, add, children, addLabel }: {
  title: string;
  rows: readonly T[];
  set: (rows: T[]) => void;
  add: () => T;
  addLabel: string;
  children: (row: T, change: (next: Partial<T>) => void, index: number) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="row-list">
      <legend>{title}</legend>
      {rows.map((row, index) => (
        <div key={index} className="row-list-row">
          {children(row, next => set(rows.map((known, at) => (at === index ? { ...known, ...next } : known))), index)}
          <button type="button" className="icon-button" aria-label={t('admin.removeRow')} onClick={() => set(rows.filter((_, at) => at !== index))}><X size={16} aria-hidden /></button>
        </div>
      ))}
      <button type="button" onClick={() => set([...rows, add()])}><Plus size={16} aria-hidden /> {addLabel}</button>
    </fieldset>
  );
}

/** A time of day as the server writes it ("HH:mm:ss"). */
export function TimeField({ label, value, set }: { label: string; value: string; set: (value: string) => void }) {
  return <TimeInput label={label} isRequired value={value.slice(0, 5)} set={time => set(time === '' ? '' : `${time}:00`)} />;
}
