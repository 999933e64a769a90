import type { UrgencyClass } from '../contract';
import { urgencyPath } from './urgencyShapes';

/**
 * The shape of an urgency: octagon, triangle, diamond, disc, ring. Shape comes before colour; the mark takes the
 * colour of the text around it. With `isNamed` the class is read out; otherwise a word beside it must say it.
 */
export function UrgencyMark({ urgency, size = 12, isNamed = false }: { urgency: UrgencyClass; size?: number; isNamed?: boolean }) {
  const name = isNamed ? { role: 'img', 'aria-label': urgency } : { 'aria-hidden': true };
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} className="urgency-mark" data-urgency={urgency} {...name}>
      <path d={urgencyPath[urgency]} fill={urgency === 'P4' ? 'none' : 'currentColor'} stroke={urgency === 'P4' ? 'currentColor' : 'none'} strokeWidth="2" />
    </svg>
  );
}
