import type { BoardMessage, RouteView } from '../../../contract';
import { millis } from '../../../shared/time';

/** A technician's day as one block: too little room for its visits, enough for how many. Times in milliseconds. */
export interface DayBlock {
  readonly date: string;
  readonly technician: string;
  readonly from: number;
  readonly to: number;
  readonly visits: number;
}

/** The blocks of a day, from what its feed tells first. */
export function blocksOf(date: string, message: BoardMessage): DayBlock[] {
  return message.changes.flatMap(change => {
    const block = change.kind === 'route' ? blockOf(date, change.route) : null;
    return block ? [block] : [];
  });
}

/** The block of one route; none where it has no stops. */
export function blockOf(date: string, { technician, startAt, homeAt, stops }: RouteView): DayBlock | null {
  return stops.length === 0 ? null : { date, technician, from: millis(startAt), to: millis(homeAt), visits: stops.length };
}
