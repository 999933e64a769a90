import type { PositionReport } from '../../contract';
import { ask } from '../link/api';
import { noFixes, take } from './throttle';
import type { PositionState } from './positionState';

/** How often a batch goes out, in milliseconds; there is none when nothing new was taken. */
const everyMs = 5_000;

/** The refusal of a place that the map does not cover. */
const offMap = 'position-off-map';

/** Positions while on duty, and only then. */
export interface PositionWatch {
  /** Starts or stops taking positions. */
  onDuty(isOnDuty: boolean): void;
}

/**
 * Takes positions from the browser and sends them in batches. They are not kept for later like reports: an old
 * position helps nobody, and it is nobody's business where somebody was without need.
 *
 * `instantOf` turns a time of the phone's clock (epoch milliseconds) into an instant of the domain's.
 */
export function watchPosition(instantOf: (phoneMs: number) => string, changed: (state: PositionState) => void): PositionWatch {
  let watch: number | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let fixes = noFixes;
  let toldOffMap = false;
  let sending = false;

  const came = (fix: GeolocationPosition) => {
    const { latitude, longitude, heading, speed, accuracy } = fix.coords;
    const report: PositionReport = {
      position: { latitude, longitude },
      headingDegrees: heading !== null && Number.isFinite(heading) ? heading : null,
      speedMetresPerSecond: speed !== null && Number.isFinite(speed) ? speed : null,
      accuracyMetres: accuracy,
      fixAt: instantOf(Math.min(fix.timestamp, Date.now())),
    };
    fixes = take(fixes, report, Date.now());
    if (!toldOffMap) changed({ kind: 'sending' });
  };
  const failed = (error: GeolocationPositionError) => {
    if (error.code === error.PERMISSION_DENIED) changed({ kind: 'denied' });
    else if (error.code === error.POSITION_UNAVAILABLE) changed({ kind: 'unavailable' });
  };
  const send = async () => {
    if (sending || fixes.waiting.length === 0) return;
    sending = true;
    const batch = fixes.waiting;
    const { status, body } = await ask<unknown>('POST', '/api/my-day/positions', batch);
    sending = false;
    // Without a signal the newest wait; any answer ends them, since a refused position is not worth a second try.
    if (status === 0 || status >= 500 || status === 429) return;
    fixes = { ...fixes, waiting: fixes.waiting.filter(each => !batch.includes(each)) };
    if (!toldOffMap && JSON.stringify(body ?? '').includes(`"${offMap}"`)) {
      toldOffMap = true;
      changed({ kind: 'off-map' });
    }
  };
  const start = () => {
    if (watch !== null) return;
    if (!('geolocation' in navigator) || !isSecureContext) {
      changed({ kind: 'unavailable' });
      return;
    }
    toldOffMap = false;
    changed({ kind: 'waiting' });
    watch = navigator.geolocation.watchPosition(came, failed, { enableHighAccuracy: true, maximumAge: 5_000 });
    timer = setInterval(() => void send(), everyMs);
  };
  const stop = () => {
    if (watch !== null) navigator.geolocation.clearWatch(watch);
    watch = null;
    clearInterval(timer);
    fixes = noFixes;
    changed({ kind: 'off' });
  };
  return { onDuty: isOnDuty => (isOnDuty ? start() : stop()) };
}
