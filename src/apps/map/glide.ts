/** A place in degrees. */
export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** A marker on its way from where it was drawn to where it was last seen. */
export interface Glide {
  readonly from: Place;
  readonly to: Place;
  readonly startMs: number;
  readonly endMs: number;
}

/** Longest glide in milliseconds: a marker reaches its fix before the next is long overdue. */
const longestMs = 4_000;
/** Farther than this, in degrees, it jumps: the fixes between are missing and a straight line would be a tale. */
const jumpDegrees = 0.05;

/** From where it is now to the new fix, in about the time that passed since the one before. */
export function glideTo(known: Glide | undefined, to: Place, nowMs: number): Glide {
  const from = known ? placeAt(known, nowMs) : to;
  if (Math.abs(from.latitude - to.latitude) + Math.abs(from.longitude - to.longitude) > jumpDegrees) return { from: to, to, startMs: nowMs, endMs: nowMs };
  const sinceMs = known ? nowMs - known.startMs : 0;
  return { from, to, startMs: nowMs, endMs: nowMs + Math.min(sinceMs, longestMs) };
}

/** Where it is drawn at a moment; at its fix once the time is over, and never beyond. */
export function placeAt(glide: Glide, nowMs: number): Place {
  const whole = glide.endMs - glide.startMs;
  const part = whole <= 0 ? 1 : Math.min(1, Math.max(0, (nowMs - glide.startMs) / whole));
  return {
    longitude: glide.from.longitude + (glide.to.longitude - glide.from.longitude) * part,
    latitude: glide.from.latitude + (glide.to.latitude - glide.from.latitude) * part,
  };
}

/** Whether it still moves. */
export const isGliding = (glide: Glide, nowMs: number) => nowMs < glide.endMs;
