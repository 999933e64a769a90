import type { BoardMessage } from '../../../contract';
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
    if (change.kind !== 'route' || change.route.stops.length === 0) return [];
    const { technician, startAt, homeAt, stops } = change.route;
    return [{ date, technician, from: millis(startAt), to: millis(homeAt), visits: stops.length }];
  });
}
