import type { CsvOutcome, OfferedAccount } from './generated';

export type * from './generated';
/** One page of a list; give `next` to get the next, empty on the last. */
export interface Page<T> { items: T[]; total: number; next: string }
/** An account of the demo data. */
export type DemoAccount = OfferedAccount;
/** What became of a CSV. */
export type CsvAnswer = CsvOutcome;
export { ask, askOnce, send, freshId, Refused, Unreachable, type Problem } from './client';
export { followHub, type FeedState, type HubFeed } from './feed';
export { decodePolyline } from './polyline';
