import { expect, test } from 'vitest';
import { dateIn, dayText, intervalSpoken, intervalText, timeIn } from './interval';
import { languageFor, sayIn } from './texts/texts';

const zone = 'America/Los_Angeles';
const interval = { start: '2026-11-23T22:10:00Z', end: '2026-11-23T22:50:00Z' };

test('times stand in the zone of the place, whatever the phone’s own', () => {
  expect(timeIn(zone, 'en', interval.start)).toBe('14:10');
  expect(timeIn('Europe/Berlin', 'de', interval.start)).toBe('23:10');
  expect(timeIn('Europe/Berlin', 'en', '2026-11-23T23:05:00Z')).toBe('00:05');
});

test('an interval does not break over two lines and is spoken in words', () => {
  expect(intervalText(zone, 'en', interval).replaceAll('\u2060', '')).toBe('14:10–14:50');
  expect(intervalText(zone, 'en', interval)).not.toMatch(/ /);
  expect(intervalSpoken(zone, 'de', interval, sayIn('de'))).toBe('zwischen 14:10 und 14:50');
});

test('today is today at the place: late in Portland it is tomorrow in Berlin', () => {
  const now = Date.parse('2026-11-24T05:00:00Z');
  expect(dateIn(zone, now)).toBe('2026-11-23');
  expect(dayText(zone, 'en', '2026-11-23', now, sayIn('en'))).toBe('Today, Monday, November 23');
  expect(dayText(zone, 'de', '2026-11-24', now, sayIn('de'))).toBe('Morgen, Dienstag, 24. November');
  expect(dayText(zone, 'de', '2026-11-26', now, sayIn('de'))).toBe('Donnerstag, 26. November');
});

test('a language that we do not speak is answered in English', () => {
  expect(['de-AT', 'DE', 'en-US', 'fr', '', null].map(languageFor)).toEqual(['de', 'de', 'en', 'en', 'en', 'en']);
});
