import { describe, expect, test } from 'vitest';
import { nextDelivery, weigh } from './delivery';
import type { OutboxItem, Report } from './outboxItem';

const item = (seq: number, report: Report, state: OutboxItem['state'] = 'waiting'): OutboxItem => ({
  seq, id: `id${seq}`, technician: 't1', occurredAt: `2026-11-23T10:0${seq}:00Z`, report, state,
});
const setOut: Report = { kind: 'fact', fact: { kind: 'set-out', visit: 'v1' } };
const arrived: Report = { kind: 'fact', fact: { kind: 'arrived', visit: 'v1' } };
const hello: Report = { kind: 'message', text: 'The gate is shut' };
const yes: Report = { kind: 'answer', answer: { number: 7, isAccepted: true, reason: '', code: '' } };

describe('what is sent next', () => {
  test('facts go together, oldest first, each with its own id and time', () => {
    const delivery = nextDelivery([item(2, arrived), item(1, setOut)]);
    expect(delivery?.path).toBe('/api/my-day/facts');
    expect(delivery?.body).toEqual([
      { id: 'id1', occurredAt: '2026-11-23T10:01:00Z', fact: { kind: 'set-out', visit: 'v1' } },
      { id: 'id2', occurredAt: '2026-11-23T10:02:00Z', fact: { kind: 'arrived', visit: 'v1' } },
    ]);
  });

  test('a fact never overtakes an answer that came before it', () => {
    const items = [item(1, setOut), item(2, yes), item(3, arrived)];
    expect(nextDelivery(items)?.items.map(i => i.seq)).toEqual([1]);
    expect(nextDelivery(items.slice(1))).toMatchObject({ path: '/api/my-day/answers', key: 'id2' });
  });

  test('what was taken is not sent again', () => {
    expect(nextDelivery([item(1, setOut, 'taken'), item(2, hello)])).toMatchObject({ body: { text: 'The gate is shut' }, key: 'id2' });
    expect(nextDelivery([item(1, setOut, 'taken')])).toBeNull();
  });

  test('a batch that could not be read is sent one by one', () => {
    expect(nextDelivery([item(1, setOut), item(2, arrived)], 1)?.items).toHaveLength(1);
  });
});

describe('what an answer means', () => {
  const deliveryOf = (...items: OutboxItem[]) => {
    const delivery = nextDelivery(items);
    if (!delivery) throw new Error('Nothing to send.');
    return delivery;
  };
  const two = deliveryOf(item(1, setOut), item(2, arrived));
  const one = deliveryOf(item(1, hello));

  test('each fact has its own result', () => {
    const verdict = weigh(two, 200, [
      { isAccepted: true, refusal: null, version: 3, remarks: [] },
      { isAccepted: false, refusal: { code: 'unknown', text: 'There is no such visit.', values: {} }, version: 3, remarks: [] },
    ]);
    expect(verdict).toMatchObject({ kind: 'answered', taken: [{ seq: 1 }], refused: [{ item: { seq: 2 }, code: 'unknown' }] });
  });

  test.each([0, 408, 429, 500, 502, 503])('after %i everything is kept', status => {
    expect(weigh(two, status, null)).toEqual({ kind: 'later' });
  });

  test('an ended session keeps everything and asks to sign in', () => {
    expect(weigh(two, 401, null)).toEqual({ kind: 'sign-in' });
  });

  test('one bad report does not hold up the others, and is told with its reason', () => {
    expect(weigh(two, 400, { title: 'Bad' })).toEqual({ kind: 'one-by-one' });
    expect(weigh(one, 400, { title: 'Bad', detail: 'Write at most 500 characters.' })).toMatchObject({
      kind: 'answered', taken: [], refused: [{ code: 'http-400', text: 'Write at most 500 characters.' }],
    });
  });

  test('an accepted message may answer with no body at all', () => {
    expect(weigh(one, 204, null)).toMatchObject({ kind: 'answered', taken: [{ seq: 1 }], refused: [] });
  });
});
