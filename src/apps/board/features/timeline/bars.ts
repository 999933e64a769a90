import type { RouteView, StopView } from '../../../contract';
import { millis } from '../../../shared/time';

/** What stands in a technician's row: drives, waiting, the break, visits. Times in milliseconds; `stopIndex` is the stop that a piece belongs to. */
export type Piece =
  | { kind: 'drive'; from: number; to: number; isDone: boolean; stopIndex: number }
  | { kind: 'wait'; from: number; to: number; stopIndex: number }
  | { kind: 'break'; from: number; to: number; stopIndex: null }
  | { kind: 'visit'; from: number; to: number; stop: StopView; stopIndex: number };

/** A visit that has lasted no time yet is still wide enough to be hit. */
export const leastVisitMs = 5 * 60_000;

/** The pieces of a route from left to right. */
export function piecesOf(route: RouteView): Piece[] {
  const pieces: Piece[] = [];
  route.stops.forEach((stop, index) => {
    const isOver = stop.state === 'Done' || stop.state === 'CouldNotBeDone';
    const [depart, arrive, start, end] = [stop.departAt, stop.arriveAt, stop.startAt, stop.endAt].map(millis) as [number, number, number, number];
    if (arrive > depart) pieces.push({ kind: 'drive', from: depart, to: arrive, isDone: isOver || stop.state === 'Arrived', stopIndex: index });
    if (start - arrive > 60_000) pieces.push({ kind: 'wait', from: arrive, to: start, stopIndex: index });
    pieces.push({ kind: 'visit', from: start, to: Math.max(end, start + leastVisitMs), stop, stopIndex: index });
  });
  const last = route.stops.at(-1);
  if (last && route.homeDriveSeconds > 0) {
    const home = millis(route.homeAt);
    pieces.push({ kind: 'drive', from: home - route.homeDriveSeconds * 1000, to: home, isDone: false, stopIndex: route.stops.length - 1 });
  }
  for (const { start, minutes } of route.breaks.filter(known => known.minutes > 0)) {
    const from = millis(start);
    pieces.push({ kind: 'break', from, to: from + minutes * 60_000, stopIndex: null });
  }
  return pieces;
}
