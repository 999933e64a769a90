import type { CommandId, MoveVisits, RouteView, StopView, TechnicianId, VisitId, VisitView } from '../../contract';
import { millis } from '../../shared/time';

/** A move that this board has sent and shows before the server has said yes. */
export interface PendingMove {
  readonly id: CommandId;
  readonly move: MoveVisits;
  /** Where the bar was dropped, milliseconds; none puts it behind the stop before it. */
  readonly startMs: number | null;
  /** The plan version that the server answered with; none while no answer has come. */
  readonly acceptedVersion: number | null;
}

/** Routes and visits as they will be if the server accepts what is pending; the visits concerned are named, so that they can be drawn as not yet sure. */
export interface Foreseen {
  readonly routes: ReadonlyMap<TechnicianId, RouteView>;
  readonly visits: ReadonlyMap<VisitId, VisitView>;
  readonly unsure: ReadonlySet<VisitId>;
}

/** Lays pending moves over what the feed told. Times are rough (nobody drives in a browser); the server's replace them. */
export function foresee(routes: ReadonlyMap<TechnicianId, RouteView>, visits: ReadonlyMap<VisitId, VisitView>, pending: readonly PendingMove[]): Foreseen {
  if (pending.length === 0) return { routes, visits, unsure: nothing };
  const newRoutes = new Map(routes);
  const newVisits = new Map(visits);
  const unsure = new Set<VisitId>();
  for (const { move, startMs } of pending) {
    const moved = move.visits.filter(id => newVisits.has(id));
    const stops = takeOut(newRoutes, moved);
    for (const id of moved) {
      unsure.add(id);
      const visit = newVisits.get(id);
      if (visit) newVisits.set(id, { ...visit, technician: move.technician, unassignedReasons: move.technician === null ? visit.unassignedReasons : [] });
    }
    const target = move.technician === null ? undefined : newRoutes.get(move.technician);
    if (target) newRoutes.set(target.technician, putIn(target, moved, stops, newVisits, move.position, startMs));
  }
  return { routes: newRoutes, visits: newVisits, unsure };
}

/** Pending moves that the feed has not caught up with: an accepted one leaves once a plan of its version is shown. */
export function stillPending(pending: readonly PendingMove[], shownVersion: number): readonly PendingMove[] {
  const left = pending.filter(move => move.acceptedVersion === null || move.acceptedVersion > shownVersion);
  return left.length === pending.length ? pending : left;
}

const nothing: ReadonlySet<VisitId> = new Set();

function takeOut(routes: Map<TechnicianId, RouteView>, moved: readonly VisitId[]): Map<VisitId, StopView> {
  const taken = new Map<VisitId, StopView>();
  for (const [technician, route] of routes) {
    const gone = route.stops.filter(stop => moved.includes(stop.visit));
    if (gone.length === 0) continue;
    gone.forEach(stop => taken.set(stop.visit, stop));
    routes.set(technician, { ...route, stops: route.stops.filter(stop => !moved.includes(stop.visit)) });
  }
  return taken;
}

function putIn(
  route: RouteView, moved: readonly VisitId[], known: ReadonlyMap<VisitId, StopView>, visits: ReadonlyMap<VisitId, VisitView>,
  position: number | null, startMs: number | null,
): RouteView {
  const at = Math.min(position ?? route.stops.length, route.stops.length);
  const before = route.stops[at - 1];
  let clock = startMs ?? (before ? millis(before.endAt) : millis(route.startAt));
  const added = moved.map(id => {
    const minutes = visits.get(id)?.durationMinutes ?? 30;
    const stop = roughStop(id, clock, minutes, known.get(id));
    clock += minutes * 60_000;
    return stop;
  });
  return { ...route, stops: [...route.stops.slice(0, at), ...added, ...route.stops.slice(at)] };
}

function roughStop(visit: VisitId, startMs: number, minutes: number, known: StopView | undefined): StopView {
  const start = new Date(startMs).toISOString();
  return {
    visit, state: known?.state ?? 'Planned', driveSeconds: 0, driveMetres: 0, departAt: start, arriveAt: start, startAt: start,
    endAt: new Date(startMs + minutes * 60_000).toISOString(), isFrozen: false, isPinned: known?.isPinned ?? false, isOrderKept: false,
    likely: null, latePercent: 0,
  };
}
