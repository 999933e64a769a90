import type { ClockView } from '../../contract';

/**
 * The domain's clock as this phone knows it. It is kept on the phone, so that a report made without a signal
 * still carries the time at which it happened, also on a simulated day.
 */
export interface ClockReading {
  clock: ClockView;
  /** What must be added to the phone's own clock to get the server's real time, in milliseconds. */
  skewMs: number;
}

/** Differences below this are noise: the HTTP date has whole seconds. */
const noiseMs = 2_000;

/** The domain's now in epoch milliseconds: at + (real now − realAt) × speed; without a reading, the phone's own clock. */
export function domainNow(reading: ClockReading | null, phoneNowMs: number): number {
  if (!reading) return phoneNowMs;
  const { at, realAt, speed } = reading.clock;
  const realNowMs = phoneNowMs + reading.skewMs;
  // A phone whose clock was set back must not report from before the reading.
  const elapsedMs = Math.max(0, realNowMs - Date.parse(realAt));
  return Date.parse(at) + elapsedMs * speed;
}

/**
 * How far the phone's clock is behind the server's, from a response's Date header and the times (phone clock) between
 * which it was written; 0 where the header is missing or the difference is noise.
 */
export function skewFrom(dateHeader: string | null, sentMs: number, receivedMs: number): number {
  const serverMs = dateHeader ? Date.parse(dateHeader) : Number.NaN;
  if (Number.isNaN(serverMs)) return 0;
  const skewMs = serverMs + 500 - (sentMs + receivedMs) / 2;
  return Math.abs(skewMs) < noiseMs ? 0 : Math.round(skewMs);
}

/** An instant as the API writes it. */
export const toInstant = (ms: number): string => new Date(ms).toISOString();
