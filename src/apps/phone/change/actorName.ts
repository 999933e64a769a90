import type { Words } from '../phoneContext';

/** Who made a change, in words: the house's own actors by what they are, people by their account. */
export function actorName(actor: string, say: Words['say']): string {
  switch (actor) {
    case 'planner':
      return say('actorPlanner');
    case 'clock':
      return say('actorClock');
    case 'patient':
      return say('actorPatient');
    default:
      return `${say('actorDesk')} (${actor})`;
  }
}
