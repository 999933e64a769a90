import { expect, test } from 'vitest';
import { distanceText, durationText, navigationLink, telLink } from './format';

test('durations read 45 min, 1 h, 1 h 05', () => {
  expect([0, 20, 2_700, 3_600, 3_900, 4_800].map(durationText)).toEqual(['0 min', '1 min', '45 min', '1 h', '1 h 05', '1 h 20']);
});

test('distances stand in the units of the place', () => {
  expect(distanceText(5_430, 'Europe/Berlin', 'de')).toBe('5,4 km');
  expect(distanceText(344, 'Europe/Berlin', 'de')).toBe('340 m');
  expect(distanceText(5_430, 'America/Los_Angeles', 'en')).toBe('3.4 mi');
  expect(distanceText(42_195, 'America/Toronto', 'en')).toBe('42.2 km');
});

test('a number is dialled without what people put between its digits', () => {
  expect(telLink('+49 (0)30 / 555-0100')).toBe('tel:+490305550100');
});

test('the way is handed to the phone’s own navigation, with coordinates only', () => {
  const place = { latitude: 45.523064, longitude: -122.676483 };
  expect(navigationLink(place, 'Mozilla/5.0 (Linux; Android 15)')).toBe('geo:45.52306,-122.67648?q=45.52306,-122.67648');
  expect(navigationLink(place, 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)')).toContain('maps.apple.com/?daddr=45.52306,-122.67648');
  expect(navigationLink(place, 'Mozilla/5.0 (X11; Linux)')).toContain('openstreetmap.org');
});
