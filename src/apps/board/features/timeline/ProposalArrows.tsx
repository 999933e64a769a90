import { useMemo } from 'react';
import type { ProposalView, RouteView } from '../../../contract';
import { millis } from '../../../shared/time';
import { useBoard } from '../../store/desk';
import { arrowOf, type Arrow } from './arrows';
import { xOf, type Scale } from './scale';

/** Where in the timeline the lane of a visit begins, in pixels from the top; without a visit, the row. */
type BarTop = (technician: string, visit?: string) => number | null;

/** Arrows from where visits are to where open proposals would put them; over the rows, and out of the mouse's way. */
export function ProposalArrows({ scale, left, barTop }: { scale: Scale; left: number; barTop: BarTop }) {
  const { foreseen, day } = useBoard();
  const arrows = useMemo(
    () => arrowsOf(day.proposals.values(), foreseen.routes, scale, left, barTop), [day.proposals, foreseen.routes, scale, left, barTop]);
  if (arrows.length === 0) return null;
  return (
    <svg className="proposal-arrows" aria-hidden>
      <marker id="arrow-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="currentColor" /></marker>
      {arrows.map(arrow => <path key={arrow.key} d={arrow.path} markerEnd="url(#arrow-head)" />)}
    </svg>
  );
}

function arrowsOf(
  proposals: Iterable<ProposalView>, routes: ReadonlyMap<string, RouteView>, scale: Scale, left: number, barTop: BarTop,
): Arrow[] {
  return [...proposals].flatMap(proposal => proposal.moves.flatMap(move => {
    if (move.from === null || move.to === null || move.newArrival === null) return [];
    const stop = routes.get(move.from)?.stops.find(known => known.visit === move.visit);
    const [fromTop, toTop] = [barTop(move.from, move.visit), barTop(move.to)];
    if (!stop || fromTop === null || toTop === null) return [];
    const middle = (xOf(scale, millis(stop.startAt)) + xOf(scale, millis(stop.endAt))) / 2;
    return [arrowOf(`${proposal.id}/${move.visit}`, { x: left + middle, top: fromTop }, { x: left + xOf(scale, millis(move.newArrival)), top: toTop })];
  }));
}
