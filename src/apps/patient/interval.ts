import type { Say } from './texts/texts';

/** A time of day in the territory's zone: 14:10. Hours and minutes, 24 hours, as the messages say it. */
export function timeIn(zone: string, language: string, at: string | number): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(at));
}

/** An interval to look at: 14:10–14:50. The word joiners keep it on one line. */
export function intervalText(zone: string, language: string, interval: { start: string; end: string }): string {
  return `${timeIn(zone, language, interval.start)}\u2060–\u2060${timeIn(zone, language, interval.end)}`;
}

/** An interval to listen to: between 14:10 and 14:50. */
export function intervalSpoken(zone: string, language: string, interval: { start: string; end: string }, say: Say): string {
  return say('between', { start: timeIn(zone, language, interval.start), end: timeIn(zone, language, interval.end) });
}

/** A date as people say it, with today and tomorrow by the territory's calendar; `date` is yyyy-MM-dd. */
export function dayText(zone: string, language: string, date: string, nowMs: number, say: Say): string {
  const noon = new Date(`${date}T12:00:00Z`);
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(noon);
  if (date === dateIn(zone, nowMs)) return say('today', { day });
  if (date === dateIn(zone, nowMs + 86_400_000)) return say('tomorrow', { day });
  return day;
}

/** The calendar date at a place, yyyy-MM-dd. */
export function dateIn(zone: string, ms: number): string {
  const parts = new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).formatToParts(ms);
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
