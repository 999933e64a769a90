import type { MoveVisits, RouteView, TechnicianView } from '../../../contract';
import { millis } from '../../../shared/time';
import { positionAt } from './scale';

/**
 * The move that Alt and an arrow mean: left and right change places with the stop before or behind,
 * up and down give the visit to the technician above or below, at its time. Null where there is no such place.
 */
export function neighbour(
  routes: ReadonlyMap<string, RouteView>, technicians: ReadonlyMap<string, TechnicianView>, technician: string, visit: string, key: string,
): MoveVisits | null {
  const route = routes.get(technician);
  const at = route?.stops.findIndex(stop => stop.visit === visit) ?? -1;
  const stop = route?.stops[at];
  if (!route || !stop) return null;
  const to = (target: string, position: number): MoveVisits => ({ visits: [visit], technician: target, position, startAt: null, expectedVersion: null });
  if (key === 'ArrowLeft') return at > 0 && route.stops[at - 1]?.state === 'Planned' ? to(technician, at - 1) : null;
  if (key === 'ArrowRight') return at < route.stops.length - 1 ? to(technician, at + 1) : null;
  const order = [...technicians.values()].sort((a, b) => a.name.localeCompare(b.name)).map(known => known.id);
  const other = order[order.indexOf(technician) + (key === 'ArrowUp' ? -1 : 1)];
  return other === undefined ? null : to(other, positionAt(routes.get(other), millis(stop.startAt), [visit]));
}
