import { expect, test } from 'vitest';
import { domainNow, skewFrom } from './domainClock';

const opened = Date.parse('2026-11-23T08:30:00Z');
const reading = (speed: number, skewMs = 0) => ({
  clock: { at: '2026-11-23T17:30:00Z', realAt: '2026-11-23T08:30:00Z', speed, isSimulated: true, startedAt: null },
  skewMs,
});

test('a simulated hour passes in a minute at speed 60', () => {
  expect(new Date(domainNow(reading(60), opened + 60_000)).toISOString()).toBe('2026-11-23T18:30:00.000Z');
});

test('a clock that stands stays where it is', () => {
  expect(domainNow(reading(0), opened + 3_600_000)).toBe(Date.parse('2026-11-23T17:30:00Z'));
});

test('a phone that is an hour slow still reports the right time', () => {
  expect(domainNow(reading(1, 3_600_000), opened - 3_600_000 + 5_000)).toBe(Date.parse('2026-11-23T17:30:05Z'));
});

test('a phone set back does not report from before the reading', () => {
  expect(domainNow(reading(1), opened - 86_400_000)).toBe(Date.parse('2026-11-23T17:30:00Z'));
});

test('without a reading the phone trusts its own clock', () => {
  expect(domainNow(null, 42)).toBe(42);
});

test('the skew comes from the middle of the request, and noise counts as none', () => {
  const header = new Date(opened).toUTCString();
  expect(skewFrom(header, opened - 60_000, opened - 59_000)).toBe(60_000);
  expect(skewFrom(header, opened, opened + 900)).toBe(0);
  expect(skewFrom(null, 0, 0)).toBe(0);
  expect(skewFrom('soon', 0, 0)).toBe(0);
});
