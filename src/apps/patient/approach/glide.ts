/** A place on the map. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** A marker's move from where it stood to the newest fix. Times in milliseconds. */
export interface Glide {
  from: Place;
  to: Place;
  startMs: number;
  lastsMs: number;
}

/** A fix that is older than this is no news: the marker stands, and the page says how old it is. */
export const oldAfterMs = 120_000;

/** Farther than this between two fixes is a jump (a lost signal), and the marker jumps too. Degrees, about 2 km. */
const jumpDegrees = 0.02;

/** Where the marker is now; it stops at the fix and never runs ahead of it. */
export function glidePosition({ from, to, startMs, lastsMs }: Glide, nowMs: number): Place {
  const share = lastsMs <= 0 ? 1 : Math.min(1, Math.max(0, (nowMs - startMs) / lastsMs));
  return {
    latitude: from.latitude + (to.latitude - from.latitude) * share,
    longitude: from.longitude + (to.longitude - from.longitude) * share,
  };
}

/** The next move: as long as the fixes are apart, so that the marker is there when the next one comes; at most ten seconds. */
export function nextGlide(current: Glide | null, to: Place, nowMs: number): Glide {
  if (!current) return { from: to, to, startMs: nowMs, lastsMs: 0 };
  const from = glidePosition(current, nowMs);
  const isJump = Math.abs(from.latitude - to.latitude) + Math.abs(from.longitude - to.longitude) > jumpDegrees;
  return { from: isJump ? to : from, to, startMs: nowMs, lastsMs: isJump ? 0 : Math.min(10_000, Math.max(500, nowMs - current.startMs)) };
}
