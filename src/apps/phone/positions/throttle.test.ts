import { expect, test } from 'vitest';
import { metresBetween, noFixes, take } from './throttle';

const fix = (latitude: number) => ({
  position: { latitude, longitude: 0 }, headingDegrees: null, speedMetresPerSecond: null, accuracyMetres: 10, fixAt: '2026-11-23T10:00:00Z',
});

test('a van that stands sends one fix each ten seconds', () => {
  let fixes = noFixes;
  for (let second = 0; second < 60; second++) fixes = take(fixes, fix(45), second * 1000);
  expect(fixes.waiting).toHaveLength(6);
});

test('a van that drives sends more, but at most one each three seconds', () => {
  let fixes = noFixes;
  for (let second = 0; second < 60; second++) fixes = take(fixes, fix(45 + second * 0.0002), second * 1000);
  expect(fixes.waiting).toHaveLength(20);
});

test('without a signal the newest sixty are kept', () => {
  let fixes = noFixes;
  for (let each = 0; each < 100; each++) fixes = take(fixes, fix(each / 100), each * 10_000);
  expect(fixes.waiting).toHaveLength(60);
  expect(fixes.waiting.at(-1)?.position.latitude).toBe(0.99);
});

test('a degree along a meridian is 111.2 km', () => {
  expect(metresBetween({ latitude: 45, longitude: 9 }, { latitude: 46, longitude: 9 })).toBeCloseTo(111_195, -1);
});
