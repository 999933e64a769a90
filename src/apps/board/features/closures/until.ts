import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../../contract';

/** The next time that a clock in the zone shows this time of day ("HH:mm"): today, or tomorrow if it is over. */
export function untilToday(time: string, nowMs: number, zone: string): Instant {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone);
  const today = now.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: time });
  const next = Temporal.ZonedDateTime.compare(today, now) > 0 ? today : now.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: time });
  return next.toInstant().toString();
}
