import type { PositionReport } from '../../contract';

/** A fix is worth sending after this long, … */
const everyMs = 10_000;
/** … or after this far, but never more often than the least time. */
const everyMetres = 40;
const leastMs = 3_000;
/** What waits for a signal at most; older fixes are of no use to anyone. */
const mostWaiting = 60;

/** Fixes that wait to be sent together, and the last one taken. Times are the phone's own, in milliseconds. */
export interface Fixes {
  waiting: PositionReport[];
  last: { atMs: number; latitude: number; longitude: number } | null;
}

/** Nothing waiting. */
export const noFixes: Fixes = { waiting: [], last: null };

/** Takes a fix if it says something new, and drops it otherwise. */
export function take(fixes: Fixes, fix: PositionReport, atMs: number): Fixes {
  const { latitude, longitude } = fix.position;
  if (fixes.last) {
    const waitedMs = atMs - fixes.last.atMs;
    if (waitedMs < leastMs) return fixes;
    if (waitedMs < everyMs && metresBetween(fixes.last, fix.position) < everyMetres) return fixes;
  }
  return { waiting: [...fixes.waiting, fix].slice(-mostWaiting), last: { atMs, latitude, longitude } };
}

/** Great-circle distance on a sphere, in metres. */
export function metresBetween(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const rad = Math.PI / 180;
  const halfLat = Math.sin(((b.latitude - a.latitude) * rad) / 2);
  const halfLon = Math.sin(((b.longitude - a.longitude) * rad) / 2);
  const h = halfLat * halfLat + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * halfLon * halfLon;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}
