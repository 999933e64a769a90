import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, Label, TimeField } from 'react-aria-components';

/** A time of day in a form, always 24 h like every time on the board; "HH:mm", empty while incomplete. */
export function TimeInput({ label, isLabelShown = true, value, set, isRequired = false }: {
  label: string;
  isLabelShown?: boolean;
  value: string;
  set: (time: string) => void;
  isRequired?: boolean;
}) {
  return (
    <TimeField
      className="time-field" hourCycle={24} shouldForceLeadingZeros value={value === '' ? null : parseTime(value)} isRequired={isRequired}
      onChange={time => set(time === null ? '' : time.toString().slice(0, 5))} {...(isLabelShown ? {} : { 'aria-label': label })}
    >
      {isLabelShown && <Label>{label}</Label>}
      <DateInput className="time-input">{segment => <DateSegment segment={segment} className="time-segment" />}</DateInput>
    </TimeField>
  );
}
