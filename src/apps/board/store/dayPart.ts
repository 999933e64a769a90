import { Temporal } from 'temporal-polyfill';
import type { DayPartView } from '../../contract';

/** The part of the day that it is in the zone at a moment; null if none of them holds it. The same object for the same part. */
export function partAt(parts: readonly DayPartView[], nowMs: number, zone: string): DayPartView | null {
  const { hour, dayOfWeek } = Temporal.Instant.fromEpochMilliseconds(Math.floor(nowMs)).toZonedDateTimeISO(zone);
  const isWeekend = dayOfWeek > 5;
  return parts.find(part => part.isWeekend === isWeekend && holds(part, hour)) ?? null;
}

function holds({ fromHour, toHour }: DayPartView, hour: number): boolean {
  return fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
}
