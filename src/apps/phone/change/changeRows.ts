import type { RouteChangeCard } from '../../contract';

/** One row of the card: where a stop was and where it is now, counted from 1. */
export interface ChangeRow {
  visit: string;
  label: string;
  change: 'new' | 'moved' | 'gone' | 'kept';
  was: number | null;
  now: number | null;
  oldArrival: string | null;
  newArrival: string | null;
  /** Minutes later (negative: earlier) than told before; none for new and gone ones. */
  shiftMinutes: number | null;
}

/**
 * The rows in the order in which the stops will now be driven; those that are gone stand where they were.
 * The server counts positions from 0, people from 1.
 */
export function changeRows(card: RouteChangeCard): ChangeRow[] {
  const rows = card.lines.map(line => ({
    visit: line.visit,
    label: line.label,
    change: known(line.change),
    was: line.oldPosition == null ? null : line.oldPosition + 1,
    now: line.newPosition == null ? null : line.newPosition + 1,
    oldArrival: line.oldArrival ?? null,
    newArrival: line.newArrival ?? null,
    shiftMinutes:
      line.oldArrival && line.newArrival ? Math.round((Date.parse(line.newArrival) - Date.parse(line.oldArrival)) / 60_000) : null,
  }));
  const place = (row: ChangeRow) => row.now ?? (row.was ?? 0) - 0.5;
  return rows.sort((a, b) => place(a) - place(b));
}

const known = (change: string): ChangeRow['change'] => (change === 'new' || change === 'moved' || change === 'gone' ? change : 'kept');

/** How many of each, for the sentence at the top. */
export function changeCounts(rows: readonly ChangeRow[]): { added: number; moved: number; gone: number } {
  const count = (change: ChangeRow['change']) => rows.filter(row => row.change === change).length;
  return { added: count('new'), moved: count('moved'), gone: count('gone') };
}
