import { expect, test } from 'vitest';
import type { ask } from '../link/api';
import { startCourier } from './courier';
import type { OutboxItem } from './outboxItem';

/** An outbox in memory and a server that answers by rule. */
function office(count: number, server: (body: { id: string }[]) => { status: number; body: unknown }) {
  let items: OutboxItem[] = Array.from({ length: count }, (_, at) => ({
    seq: at + 1, id: `id${at + 1}`, technician: 't', occurredAt: '2026-11-23T10:00:00Z', state: 'waiting',
    report: { kind: 'fact', fact: { kind: 'arrived', visit: `v${at + 1}` } },
  }));
  const heard: string[][] = [];
  const refused: string[] = [];
  let settle: () => void = () => undefined;
  const settled = new Promise<void>(resolve => (settle = resolve));
  const drop = (gone: OutboxItem[]) => {
    items = items.filter(item => !gone.some(each => each.seq === item.seq));
    return Promise.resolve();
  };
  const send = ((_method: string, _path: string, body: unknown) => {
    const batch = body as { id: string }[];
    heard.push(batch.map(each => each.id));
    return Promise.resolve({ ...server(batch), date: null });
  }) as typeof ask;
  const courier = startCourier({
    items: () => items,
    taken: drop,
    refused: (item, code) => {
      refused.push(`${item.id} ${code}`);
      return drop([item]);
    },
    emptied: () => {
      settle();
      return Promise.resolve();
    },
    mustSignIn: () => settle(),
  }, send, work => work());
  return { courier, heard, refused, settled, items: () => items };
}

const accepted = (batch: unknown[]) => ({ status: 200, body: batch.map(() => ({ isAccepted: true, refusal: null, version: 1, remarks: [] })) });

test('what waits is sent in order, in one request', async () => {
  const { courier, heard, settled, items } = office(3, accepted);
  courier.go();
  await settled;
  expect(heard).toEqual([['id1', 'id2', 'id3']]);
  expect(items()).toEqual([]);
});

test('a report that cannot be read holds up no other', async () => {
  const { courier, heard, refused, settled } = office(3, batch =>
    batch.some(each => each.id === 'id2') ? { status: 400, body: { code: 'unreadable', detail: 'No.' } } : accepted(batch));
  courier.go();
  await settled;
  expect(heard).toEqual([['id1', 'id2', 'id3'], ['id1'], ['id2'], ['id3']]);
  expect(refused).toEqual(['id2 unreadable']);
});

test('an ended session keeps everything', async () => {
  const { courier, settled, items } = office(2, () => ({ status: 401, body: null }));
  courier.go();
  await settled;
  expect(items()).toHaveLength(2);
});

test('a signal that comes back sends what the lost one did not', async () => {
  let isUp = false;
  const { courier, heard, settled, items } = office(2, batch => (isUp ? accepted(batch) : { status: 0, body: null }));
  courier.go();
  await Promise.resolve();
  isUp = true;
  courier.go();
  await settled;
  expect(heard).toEqual([['id1', 'id2'], ['id1', 'id2']]);
  expect(items()).toEqual([]);
});
