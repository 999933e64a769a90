import { useSyncExternalStore } from 'react';
import type { AlarmId, MoveVisits, PatientId, ProposalId, TechnicianId, VisitId } from '../../contract';

/** A dialog that stands open. Features ask for one by name and need not know who shows it. */
export type Prompt =
  | { kind: 'new-visit'; patient?: PatientId; visit?: VisitId }
  | { kind: 'move'; visits: readonly VisitId[] }
  | { kind: 'reschedule'; visit: VisitId }
  | { kind: 'cancel'; visit: VisitId }
  | { kind: 'edit'; visit: VisitId }
  | { kind: 'write'; technician: TechnicianId }
  | { kind: 'out'; technician: TechnicianId }
  | { kind: 'proposal'; proposal: ProposalId }
  | { kind: 'emergency'; alarm: AlarmId }
  | { kind: 'plan' }
  | { kind: 'backlog' }
  | { kind: 'what-if'; out?: TechnicianId; visit?: VisitId; move?: MoveVisits }
  | { kind: 'search' }
  | { kind: 'keys' };

let open: Prompt | null = null;
const listeners = new Set<() => void>();

/** Opens a dialog in place of whichever is open. */
export function prompt(next: Prompt): void {
  open = next;
  listeners.forEach(listen => listen());
}

/** Closes the dialog. */
export function closePrompt(): void {
  open = null;
  listeners.forEach(listen => listen());
}

/** The dialog that stands open; null if none does. */
export const openPrompt = () => open;

/** The same, as it changes. */
export function usePrompt(): Prompt | null {
  return useSyncExternalStore(listen => {
    listeners.add(listen);
    return () => listeners.delete(listen);
  }, openPrompt);
}
