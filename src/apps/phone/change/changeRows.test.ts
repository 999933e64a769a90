import { expect, test } from 'vitest';
import { changeCounts, changeRows } from './changeRows';

const card = {
  number: 3, changedAt: '2026-11-23T10:00:00Z', byWhom: 'desk', why: { code: 'urgent', text: 'Urgent', values: {} },
  lines: [
    { visit: 'c', label: 'Clark', change: 'moved', oldPosition: 1, newPosition: 2, oldArrival: '2026-11-23T11:00:00Z', newArrival: '2026-11-23T11:35:00Z' },
    { visit: 'g', label: 'Gray', change: 'gone', oldPosition: 2, newPosition: null, oldArrival: '2026-11-23T12:00:00Z', newArrival: null },
    { visit: 'n', label: 'Nash', change: 'new', oldPosition: null, newPosition: 1, oldArrival: null, newArrival: '2026-11-23T10:50:00Z' },
    { visit: 'a', label: 'Adams', change: 'kept', oldPosition: 0, newPosition: 0, oldArrival: '2026-11-23T10:20:00Z', newArrival: '2026-11-23T10:20:00Z' },
  ],
};

test('rows stand in the new order, and what is gone where it was', () => {
  expect(changeRows(card).map(row => `${row.label} ${row.was ?? '–'}→${row.now ?? '–'}`)).toEqual([
    'Adams 1→1', 'Nash –→2', 'Gray 3→–', 'Clark 2→3',
  ]);
});

test('the shift is told in minutes, for those that stay', () => {
  expect(changeRows(card).map(row => row.shiftMinutes)).toEqual([0, null, null, 35]);
  expect(changeCounts(changeRows(card))).toEqual({ added: 1, moved: 1, gone: 1 });
});
