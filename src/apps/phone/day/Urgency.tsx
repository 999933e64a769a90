import type { UrgencyClass } from '../../contract';
import { UrgencyMark } from '../../shared/UrgencyMark';

/** Urgency: its shape, and its letters for whoever sees no shape. */
export const Urgency = ({ urgency }: { urgency: UrgencyClass }) => (
  <span className="urgency"><UrgencyMark urgency={urgency} size={16} /> {urgency}</span>
);
