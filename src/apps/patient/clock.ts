import type { ClockView } from '../contract';

/** The clock that the visit lives by: on a simulated day it is not the phone's. Until it was read, the phone's own is used. */
export function domainClock() {
  let clock: ClockView | null = null;
  return {
    nowMs: () =>
      clock ? Date.parse(clock.at) + Math.max(0, Date.now() - Date.parse(clock.realAt)) * clock.speed : Date.now(),
    async read() {
      try {
        const response = await fetch('/api/clock', { credentials: 'same-origin', cache: 'no-store' });
        if (response.ok) clock = (await response.json()) as ClockView;
      } catch {
        // Without a connection the phone's own clock serves; it decides only how the day is named and how old a fix is.
      }
    },
  };
}
