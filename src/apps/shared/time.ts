import type { Instant, LocalDate } from '../contract';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  formats.set(key, known);
  return known;
}

/** A time of day in the territory's zone, always 24 h: "14:07". */
export function timeOfDay(at: Instant | number, zone: string): string {
  return format('en-GB', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(typeof at === 'number' ? at : Date.parse(at));
}

/** The day that it is in the zone at an instant: "2026-11-23". */
export function dateIn(at: Instant | number, zone: string): LocalDate {
  return format('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(millis(at));
}

/** A service day in words: "Mon 23 Nov"; with its year where that is not the year of `beside`. The day has no zone, so it is read and shown in UTC. */
export function dayInWords(date: LocalDate, language: string, beside: LocalDate = date): string {
  const year = date.slice(0, 4) === beside.slice(0, 4) ? {} : { year: 'numeric' as const };
  return format(language, 'UTC', { weekday: 'short', day: 'numeric', month: 'short', ...year }).format(Date.parse(`${date}T12:00:00Z`));
}

/** A duration: "45 min", "1 h 20", "2 d 3 h"; rounded to minutes. */
export function duration(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const sign = minutes < 0 && whole > 0 ? '−' : '';
  if (whole < 60) return `${sign}${whole} min`;
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours >= 24) return `${sign}${Math.floor(hours / 24)} d ${hours % 24} h`;
  return rest === 0 ? `${sign}${hours} h` : `${sign}${hours} h ${String(rest).padStart(2, '0')}`;
}

/** A sum of durations: "45 min", "38 h 20"; hours are never counted as days. */
export function hours(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')}`;
}

/** Minutes from one instant to another; negative when `to` comes first. */
export function minutesBetween(from: Instant | number, to: Instant | number): number {
  return (millis(to) - millis(from)) / 60_000;
}

/** Milliseconds since 1970. */
export function millis(at: Instant | number): number {
  return typeof at === 'number' ? at : Date.parse(at);
}

/** A distance in the units of the place: "850 m", "12.4 km", "7.7 mi". */
export function distance(metres: number, usesMiles: boolean, language: string): string {
  if (usesMiles) return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(metres / 1609.344)} mi`;
  if (metres < 1000) return `${Math.round(metres / 10) * 10} m`;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(metres / 1000)} km`;
}
