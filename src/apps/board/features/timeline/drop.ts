import type { MoveVisits, RouteView } from '../../../contract';
import { positionAt } from './scale';
import type { DropTarget } from './TimelinePane';

/** What is dragged: visits, and how far behind its beginning the bar was grabbed. */
export interface Dragged {
  readonly kind: 'visits';
  readonly visits: readonly string[];
  readonly grabMs: number;
}

/**
 * The move that a drop means. To another technician or another place in the order: that place, times as they come.
 * Within its place in its own row: that start, and the visit is pinned to it.
 */
export function dropMove(routes: ReadonlyMap<string, RouteView>, visits: readonly string[], target: Pick<DropTarget, 'technician' | 'atMs'>): MoveVisits | null {
  const route = routes.get(target.technician);
  const position = positionAt(route, target.atMs, visits);
  const [first] = visits;
  if (first === undefined) return null;
  const old = route?.stops.findIndex(stop => stop.visit === first) ?? -1;
  const isSamePlace = old >= 0 && visits.length === 1 && old === position;
  return {
    visits: [...visits], technician: target.technician, position, startAt: isSamePlace ? new Date(target.atMs).toISOString() : null, expectedVersion: null,
  };
}
