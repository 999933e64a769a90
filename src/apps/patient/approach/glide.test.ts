import { expect, test } from 'vitest';
import { glidePosition, nextGlide } from './glide';

const at = (latitude: number) => ({ latitude, longitude: 9 });

test('the marker glides from fix to fix and stops there', () => {
  const first = nextGlide(null, at(45), 0);
  const second = nextGlide(first, at(45.001), 4_000);
  expect(glidePosition(second, 4_000)).toEqual(at(45));
  expect(glidePosition(second, 6_000).latitude).toBeCloseTo(45.0005, 9);
  expect(glidePosition(second, 60_000)).toEqual(at(45.001));
});

test('a new fix takes over from where the marker is', () => {
  const moving = nextGlide(nextGlide(null, at(45), 0), at(45.001), 4_000);
  expect(nextGlide(moving, at(45.002), 6_000).from.latitude).toBeCloseTo(45.0005, 9);
});

test('after a lost signal the marker jumps instead of driving through houses', () => {
  expect(nextGlide(nextGlide(null, at(45), 0), at(45.1), 300_000)).toMatchObject({ from: at(45.1), lastsMs: 0 });
});
