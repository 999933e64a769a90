import { describe, expect, it } from 'vitest';
import { dateIn, dayInWords, distance, duration, hours, timeOfDay } from './time';

describe('times', () => {
  it('are told in the zone of the territory, whatever the zone of the machine', () => {
    expect(timeOfDay('2026-11-24T17:30:00Z', 'America/Los_Angeles')).toBe('09:30');
    expect(timeOfDay('2026-07-24T22:05:00Z', 'Europe/Berlin')).toBe('00:05');
  });

  it('of the hour that occurs twice differ by nothing but the instant', () => {
    expect(timeOfDay('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('02:30');
    expect(timeOfDay('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('02:30');
  });

  it('add up to hours, never to days', () => {
    expect([hours(45), hours(2_300), hours(60)]).toEqual(['45 min', '38 h 20', '1 h 00']);
  });

  it('name the year of a date where it is another one', () => {
    expect(dayInWords('2028-11-26', 'en-GB', '2026-11-24')).toBe('Sun, 26 Nov 2028');
  });

  it('belong to the day that it is there', () => {
    expect(dateIn('2026-11-24T03:00:00Z', 'America/Los_Angeles')).toBe('2026-11-23');
    expect(dateIn('2026-11-24T03:00:00Z', 'Europe/Berlin')).toBe('2026-11-24');
  });

  it('name the day without a zone', () => {
    expect(dayInWords('2026-11-23', 'en-GB')).toBe('Mon 23 Nov');
  });
});

describe('durations and distances', () => {
  it.each([[0, '0 min'], [59.6, '1 h'], [80, '1 h 20'], [65, '1 h 05'], [-35, '−35 min'], [1500, '1 d 1 h']])('%d minutes read %s', (minutes, text) => {
    expect(duration(minutes)).toBe(text);
  });

  it('use the units of the place', () => {
    expect(distance(12_400, false, 'en')).toBe('12.4 km');
    expect(distance(12_400, true, 'en')).toBe('7.7 mi');
    expect(distance(12_400, false, 'de')).toBe('12,4 km');
  });
});
