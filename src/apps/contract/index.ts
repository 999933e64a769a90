export type * from './types';
export { ask, send, freshId, Refused, Unreachable, type Problem } from './client';
export { followHub, type FeedState, type HubFeed } from './feed';
export { decodePolyline } from './polyline';
