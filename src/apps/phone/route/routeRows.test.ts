import { expect, test } from 'vitest';
import { aDay, aStop } from '../day/day.fixture';
import { routeRows } from './routeRows';

const shown = (day = aDay()) => routeRows(day).map(row => (row.kind === 'stop' ? row.stop.stop.visit : 'break'));

test('the break stands where it falls', () => {
  expect(shown()).toEqual(['a', 'b', 'c', 'break']);
  expect(shown(aDay({ breakStart: '2026-11-23T10:40:00Z' }))).toEqual(['a', 'break', 'b', 'c']);
  expect(shown(aDay({ breakStart: null }))).toEqual(['a', 'b', 'c']);
  expect(shown(aDay({ stops: [] }))).toEqual(['break']);
});

test('time to spare is told where there is some, and not for what is over', () => {
  const spare = { arriveAt: '2026-11-23T09:40:00Z' };
  const day = aDay({ stops: [aStop('a', '2026-11-23T10:00:00Z', { ...spare, state: 'Done' }), aStop('b', '2026-11-23T10:00:00Z', spare)] });
  expect(routeRows(day).map(row => (row.kind === 'stop' ? row.spareSeconds : null))).toEqual([0, 1200, null]);
});
