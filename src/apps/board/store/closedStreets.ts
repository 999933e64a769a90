import { useEffect, useMemo, useState } from 'react';
import { ask, type ClosureId, type ClosureView } from '../../contract';
import { useBoard, useDesk } from './desk';

/** Streets as encoded polylines, by closure; a closure never changes, so they are asked for once. */
const known = new Map<ClosureId, readonly string[]>();

/** The closures of the territory, oldest first. */
export function useClosures(): readonly ClosureView[] {
  const { desk } = useBoard();
  return useMemo(() => [...desk.closures.values()].sort((a, b) => a.at.localeCompare(b.at)), [desk.closures]);
}

/** Which streets each closure means; those that have not been told yet are missing. */
export function useClosedStreets(closures: readonly ClosureView[]): ReadonlyMap<ClosureId, readonly string[]> {
  const { territory } = useDesk();
  const [streets, setStreets] = useState<ReadonlyMap<ClosureId, readonly string[]>>(() => new Map(known));
  useEffect(() => {
    const left = new AbortController();
    for (const { id } of closures) {
      if (known.has(id)) continue;
      ask<string[]>(`/api/territories/${encodeURIComponent(territory.id)}/closures/${encodeURIComponent(id)}/streets`, left.signal).then(
        found => {
          known.set(id, found);
          setStreets(new Map(known));
        },
        // Without them the map shows what was drawn.
        () => undefined);
    }
    return () => left.abort();
  }, [closures, territory.id]);
  return streets;
}
