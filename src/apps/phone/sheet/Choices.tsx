import { useId } from 'react';

/** One of a few, as large rows; native radio buttons, so that keys and screen readers work as ever. */
export function Choices<Value extends string>({ label, value, options, onChange }: {
  label: string;
  value: Value | null;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend className="heard">{label}</legend>
      {options.map(option => (
        <label key={option.value} className="choice">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
