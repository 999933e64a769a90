import { expect, test } from 'vitest';
import { swipeOf } from './useSwipe';

test('a swipe goes up or down; a tap and a sideways move are none', () => {
  const from = { x: 100, y: 700 };
  expect(swipeOf(from, { x: 110, y: 640 })).toBe('up');
  expect(swipeOf(from, { x: 90, y: 780 })).toBe('down');
  expect(swipeOf(from, { x: 103, y: 690 })).toBeNull();
  expect(swipeOf(from, { x: 220, y: 640 })).toBeNull();
});
