import { expect, test } from 'vitest';
import { aDay, aStop } from './day.fixture';
import { factOf, nextStep, nextStop } from './nextStep';
import { newerDay } from './newerDay';

test('the stop under way fills the screen, even when it is not the first', () => {
  const stops = [aStop('a', '2026-11-23T10:00:00Z'), aStop('b', '2026-11-23T11:00:00Z', { state: 'Arrived' })];
  expect(nextStop(stops)?.stop.visit).toBe('b');
});

test('a stop goes on my way, arrived, done', () => {
  const at = (state: 'Planned' | 'OnTheWay' | 'Arrived') => nextStep(aDay({ stops: [aStop('a', '2026-11-23T10:00:00Z', { state })] }));
  expect(factOf(at('Planned'))).toEqual({ kind: 'set-out', visit: 'a' });
  expect(factOf(at('OnTheWay'))).toEqual({ kind: 'arrived', visit: 'a' });
  expect(at('Arrived').kind).toBe('finish');
  expect(factOf(at('Arrived'))).toBeNull();
});

test('a day that is over can be ended, and an ended one resumed', () => {
  expect(nextStep(aDay({ stops: [aStop('a', '2026-11-23T10:00:00Z', { state: 'CouldNotBeDone' })] })).kind).toBe('end-duty');
  expect(factOf(nextStep(aDay({ duty: 'Ended' })))).toEqual({ kind: 'duty-started' });
});

test('before duty, on a break and when out there is one thing to do', () => {
  expect(nextStep(aDay({ duty: 'OffDuty' })).kind).toBe('start-duty');
  expect(nextStep(aDay({ duty: 'OnBreak' })).kind).toBe('end-break');
  expect(nextStep(aDay({ duty: 'Out' })).kind).toBe('out');
});

test('an older number of the same day is not shown, the first after connecting always is', () => {
  const [three, five] = [aDay({ number: 3 }), aDay({ number: 5 })];
  expect(newerDay(five, three, false)).toBe(five);
  expect(newerDay(five, three, true)).toBe(three);
  expect(newerDay(five, aDay({ number: 1, date: '2026-11-24' }), false).date).toBe('2026-11-24');
  expect(newerDay(null, three, false)).toBe(three);
});
