import type { RouteView, TechnicianView } from '../../../contract';
import { Temporal } from 'temporal-polyfill';
import { millis } from '../../../shared/time';

const hourMs = 3_600_000;

/** The stretch of time that the timeline draws, and how wide an hour is. */
export interface Scale {
  /** Left end, milliseconds; on a full hour. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly pxPerHour: number;
}

/** Narrowest and widest hour, in pixels: about a week, and about an hour, in a wide window. */
export const leastPxPerHour = 8;
export const mostPxPerHour = 1200;

/** Where an instant lies, in pixels from the left end. */
export const xOf = (scale: Scale, at: number) => ((at - scale.fromMs) / hourMs) * scale.pxPerHour;

/** Which instant lies at a pixel. */
export const timeAt = (scale: Scale, x: number) => scale.fromMs + (x / scale.pxPerHour) * hourMs;

/** The whole width in pixels. */
export const widthOf = (scale: Scale) => xOf(scale, scale.toMs);

/** From an hour before the first shift to an hour after the last thing that happens; the day's working hours where nobody is on it. */
export function span(technicians: Iterable<TechnicianView>, routes: Iterable<RouteView>, fallbackFromMs: number): { fromMs: number; toMs: number } {
  let [from, to] = [Infinity, -Infinity];
  const reach = (at: string | null) => {
    if (at === null) return;
    from = Math.min(from, millis(at));
    to = Math.max(to, millis(at));
  };
  for (const technician of technicians) {
    reach(technician.shiftStart);
    reach(technician.shiftEnd);
  }
  for (const route of routes) {
    if (route.stops.length === 0) continue;
    reach(route.startAt);
    reach(route.homeAt);
  }
  if (from > to) [from, to] = [fallbackFromMs, fallbackFromMs + 10 * hourMs];
  return { fromMs: Math.floor((from - hourMs / 2) / hourMs) * hourMs, toMs: Math.ceil((to + hourMs / 2) / hourMs) * hourMs };
}

/** Minutes between two marks on the axis, such that labels keep 56 px apart. */
export function markMinutes(pxPerHour: number): number {
  return [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].find(minutes => (minutes / 60) * pxPerHour >= 56) ?? 1440;
}

/** A time on the grid that drops snap to: five minutes. */
export const snapped = (at: number) => Math.round(at / 300_000) * 300_000;

/** Where in a route a visit that begins at `at` goes: behind every stop that is under way or begins earlier. */
export function positionAt(route: RouteView | undefined, at: number, moved: readonly string[]): number {
  const stops = (route?.stops ?? []).filter(stop => !moved.includes(stop.visit));
  const later = stops.findIndex(stop => stop.state === 'Planned' && millis(stop.startAt) + millis(stop.endAt) > 2 * at);
  return later < 0 ? stops.length : later;
}

/** Hours shorter than this, in pixels, let the days that follow come into view. */
export const weekPxPerHour = 24;

/** Where the axis has its marks. From half a day on they stand at midnight in the zone, which is no multiple of hours from 1970. */
export function marks(scale: Scale, zone: string): number[] {
  const minutes = markMinutes(scale.pxPerHour);
  const step = minutes * 60_000;
  if (minutes >= 720) {
    const midnights: number[] = [];
    let day = Temporal.Instant.fromEpochMilliseconds(scale.fromMs).toZonedDateTimeISO(zone).startOfDay();
    for (; day.epochMilliseconds <= scale.toMs; day = day.add({ days: 1 })) if (day.epochMilliseconds >= scale.fromMs) midnights.push(day.epochMilliseconds);
    return midnights;
  }
  const all: number[] = [];
  for (let at = Math.ceil(scale.fromMs / step) * step; at <= scale.toMs; at += step) all.push(at);
  return all;
}
