import type { RouteView } from '../../../contract';
import { millis } from '../../../shared/time';
import { leastVisitMs } from './bars';
import { weekPxPerHour, xOf, type Scale } from './scale';

/** The least width of a bar, in pixels: a target that can be hit (WCAG 2.5.8). */
const leastBarPx = 24;

/** Where the bar of a visit lies across, in pixels: as long as the visit, and wide enough to be hit. In a week a day is one block, which is that wide as well. */
export function barPlace(scale: Scale, fromMs: number, toMs: number): { left: number; width: number } {
  const left = xOf(scale, fromMs);
  return { left, width: Math.max(leastBarPx, xOf(scale, toMs) - left) };
}

/** The lane of each stop of a route, 0 at the top: bars that would overlap lie below each other. None in a week, where a day has no bars. */
export function lanesOf(route: RouteView, scale: Scale): number[] {
  if (isWeekOn(scale)) return [];
  return laneOfEach(route.stops.map(stop => {
    const start = millis(stop.startAt);
    return barPlace(scale, start, Math.max(millis(stop.endAt), start + leastVisitMs));
  }));
}

/** For each span the first lane that is free where it begins, from left to right. */
export function laneOfEach(spans: readonly { left: number; width: number }[]): number[] {
  const lanes = spans.map(() => 0);
  const ends: number[] = [];
  for (const index of spans.map((_, at) => at).sort((a, b) => (spans[a]?.left ?? 0) - (spans[b]?.left ?? 0))) {
    const span = spans[index];
    if (!span) continue;
    // So little is rounding; more would make a bar of the least width too narrow a target.
    const free = ends.findIndex(end => end <= span.left + 0.02);
    const lane = free < 0 ? ends.length : free;
    lanes[index] = lane;
    ends[lane] = span.left + span.width;
  }
  return lanes;
}

/** Whether hours are so short that each day is one block. */
export const isWeekOn = (scale: Scale) => scale.pxPerHour < weekPxPerHour;

/** How many lanes a row needs; at least one. */
export const laneCount = (lanes: readonly number[] | undefined) => 1 + Math.max(0, ...(lanes ?? []));
