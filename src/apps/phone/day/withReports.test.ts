import { describe, expect, test } from 'vitest';
import type { TechnicianFact } from '../../contract';
import type { OutboxItem } from '../outbox/outboxItem';
import { aDay, aStop } from './day.fixture';
import { withReports } from './withReports';

let seq = 0;
const told = (fact: TechnicianFact, occurredAt = '2026-11-23T10:05:00.000Z', technician = 't1'): OutboxItem => ({
  seq: ++seq, id: `id${seq}`, technician, occurredAt, report: { kind: 'fact', fact }, state: 'waiting',
});
const stateOf = (visit: string, items: OutboxItem[], day = aDay()) =>
  withReports(day, items).stops.find(each => each.stop.visit === visit)?.stop.state;

describe('the day with what was reported laid over it', () => {
  test('a visit done without a signal stands as done, with the time at which it was', () => {
    const items = [
      told({ kind: 'set-out', visit: 'a' }, '2026-11-23T09:50:00.000Z'),
      told({ kind: 'arrived', visit: 'a' }, '2026-11-23T10:02:00.000Z'),
      told({ kind: 'finished', visit: 'a', outcome: 'Done' }, '2026-11-23T10:40:00.000Z'),
    ];
    expect(withReports(aDay(), items).stops[0]?.stop).toMatchObject({
      state: 'Done', departAt: '2026-11-23T09:50:00.000Z', arriveAt: '2026-11-23T10:02:00.000Z', endAt: '2026-11-23T10:40:00.000Z',
    });
  });

  test('the order is that of the button, whatever the order of the list', () => {
    const first = told({ kind: 'set-out', visit: 'a' });
    const second = told({ kind: 'arrived', visit: 'a' });
    expect(withReports(aDay(), [second, first])).toEqual(withReports(aDay(), [first, second]));
  });

  test('laying the same reports over it twice changes nothing', () => {
    const items = [told({ kind: 'break-started' }), told({ kind: 'arrived', visit: 'a' }), told({ kind: 'cannot-do', visit: 'b', reason: 'unsafe', remark: '' })];
    const once = withReports(aDay(), items);
    expect(withReports(once, items)).toEqual(once);
    expect(withReports(aDay(), [...items, ...items])).toEqual(once);
  });

  test('a report that the server already has takes nothing back', () => {
    const ahead = aDay({ stops: [aStop('a', '2026-11-23T10:00:00Z', { state: 'Done', endAt: '2026-11-23T10:31:00Z' })] });
    expect(withReports(ahead, [told({ kind: 'set-out', visit: 'a' }), told({ kind: 'arrived', visit: 'a' })])).toEqual(ahead);
  });

  test('a stop that has left the route does no harm', () => {
    expect(withReports(aDay(), [told({ kind: 'arrived', visit: 'gone' })])).toEqual(aDay());
  });

  test('duty and break follow the last word', () => {
    expect(withReports(aDay({ duty: 'OffDuty' }), [told({ kind: 'duty-started' })]).duty).toBe('OnDuty');
    expect(withReports(aDay(), [told({ kind: 'break-started' })])).toMatchObject({ duty: 'OnBreak', breakStart: '2026-11-23T10:05:00.000Z' });
    expect(withReports(aDay(), [told({ kind: 'break-started' }), told({ kind: 'break-ended' })]).duty).toBe('OnDuty');
    expect(withReports(aDay(), [told({ kind: 'duty-ended' })]).duty).toBe('Ended');
  });

  test('setting out early shows the arrival after the drive, and work not before its window', () => {
    const [first] = withReports(aDay(), [told({ kind: 'set-out', visit: 'a' }, '2026-11-23T09:40:00.000Z')]).stops;
    expect(first?.stop).toMatchObject({ arriveAt: '2026-11-23T09:50:00.000Z', startAt: '2026-11-23T10:00:00.000Z', endAt: '2026-11-23T10:30:00.000Z' });
  });

  test('what another technician left on this phone is not laid over this one’s day', () => {
    expect(stateOf('a', [told({ kind: 'arrived', visit: 'a' }, undefined, 't2')])).toBe('Planned');
  });

  test('an answered change is gone, a newer one stands', () => {
    const change = { number: 4, changedAt: '2026-11-23T10:00:00Z', why: { code: 'urgent', text: 'An urgent visit', values: {} }, byWhom: 'planner', lines: [] };
    const answer: OutboxItem = { ...told({ kind: 'duty-started' }), report: { kind: 'answer', answer: { number: 4, isAccepted: true, reason: '', code: '' } } };
    expect(withReports(aDay({ change }), [answer]).change).toBeNull();
    expect(withReports(aDay({ change: { ...change, number: 5 } }), [answer]).change?.number).toBe(5);
  });
});
