import { expect, it } from 'vitest';
import { lastDayOf, spanOf, usualSpan } from './days';

it('a form begins with two weeks from tomorrow, over the end of a month', () => {
  expect(usualSpan('2026-11-24')).toEqual({ first: '2026-11-25', last: '2026-12-08', from: '', to: '' });
});

it('times are sent where both are said', () => {
  const days = { first: '2026-11-25', last: '2026-12-08', from: '08:00', to: '' };
  expect(spanOf(days).times).toBeNull();
  expect(spanOf({ ...days, to: '12:00' }).times).toEqual([{ from: '08:00:00', to: '12:00:00', on: null }]);
});

it('the last day is that of the days that were said, or else the date by which it is due', () => {
  expect(lastDayOf({ days: { first: '2026-11-25', last: '2026-12-08', times: null }, dueDate: '2026-12-20' })).toBe('2026-12-08');
  expect(lastDayOf({ days: null, dueDate: '2026-12-20' })).toBe('2026-12-20');
  expect(lastDayOf({ days: null, dueDate: null })).toBeNull();
});
