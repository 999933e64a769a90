import type { UrgencyClass } from '../../contract';
import { UrgencyMark } from '../../shared/UrgencyMark';

/** Shape and class name; `isCalling` gives it the colour of its alarm priority, and P0 and P1 then blink. */
export function Urgency({ urgency, isCalling = false }: { urgency: UrgencyClass; isCalling?: boolean }) {
  return (
    <span className="urgency" data-urgency={urgency} data-calling={isCalling || undefined}>
      <UrgencyMark urgency={urgency} />
      <span className="urgency-name">{urgency}</span>
    </span>
  );
}
