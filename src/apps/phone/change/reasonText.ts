import type { Reason } from '../../contract';
import type { Words } from '../phoneContext';
import type { en } from '../texts/en';

type Known = Extract<keyof typeof en, `why_${string}`>;

/** The reasons that the phone says in its own language; any other is shown as the server wrote it. */
const known: Readonly<Record<string, Known>> = {
  inserted: 'why_inserted',
  'visit-left': 'why_visit-left',
  'route-changed': 'why_route-changed',
  'moved-by-hand': 'why_moved-by-hand',
  'unassigned-by-hand': 'why_unassigned-by-hand',
  'patient-chose': 'why_patient-chose',
  'technician-out': 'why_technician-out',
  improved: 'why_improved',
  'improved-driving': 'why_improved-driving',
  'improved-late': 'why_improved-late',
  'improved-placed': 'why_improved-placed',
  'improved-urgent': 'why_improved-urgent',
  undone: 'why_undone',
  redone: 'why_redone',
  planned: 'why_planned',
  conflict: 'why_conflict',
  'late-report': 'why_late-report',
  'to-on-call': 'why_to-on-call',
  'part-ran-out': 'why_part-ran-out',
  'declined-route': 'why_declined-route',
  'declined-route-words': 'why_declined-route',
  'pinned-by-hand': 'why_pinned-by-hand',
  'unpinned-by-hand': 'why_unpinned-by-hand',
  'booked-unassigned': 'why_booked-unassigned',
};

/** Why, in the technician's language. */
export function reasonText(reason: Reason, say: Words['say']): string {
  const key = known[reason.code];
  return key ? say(key, reason.values) : reason.text;
}
