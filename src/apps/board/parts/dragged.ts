import type { VisitId, VisitView } from '../../contract';

/**
 * What goes along when a visit is dragged: itself, or, if it is one of those selected, all of them that can still be moved,
 * in the order in which they are to be done.
 */
export function draggedWith(id: VisitId, selected: readonly VisitId[], visits: ReadonlyMap<VisitId, VisitView>): VisitId[] {
  if (!selected.includes(id)) return [id];
  const when = (visit: VisitId) => visits.get(visit)?.estimatedArrival ?? '9';
  return selected
    .filter(visit => ['Scheduled', 'Backlog'].includes(visits.get(visit)?.status ?? ''))
    .sort((a, b) => when(a).localeCompare(when(b)));
}
