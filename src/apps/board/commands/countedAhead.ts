import type { MoveVisits, RouteView, TechnicianId } from '../../contract';

/** The move as the server takes it. The board counts places over the whole route, the server over the stops that have not begun. */
export function countedAhead(move: MoveVisits, routes: ReadonlyMap<TechnicianId, RouteView>): MoveVisits {
  if (move.position === null || move.technician === null) return move;
  const begun = (routes.get(move.technician)?.stops ?? []).filter(stop => stop.state !== 'Planned').length;
  return { ...move, position: Math.max(0, move.position - begun) };
}
