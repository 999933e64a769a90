import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { OutboxItem } from '../outbox/outboxItem';
import { aDay } from './day.fixture';
import { openKeptDay } from './keptDay';

const report = (id: string): Omit<OutboxItem, 'seq'> => ({
  id, technician: 't1', occurredAt: '2026-11-23T10:00:00Z', state: 'waiting', report: { kind: 'fact', fact: { kind: 'arrived', visit: id } },
});

test('what was reported is still there when the phone is opened again, in its order', async () => {
  const before = await openKeptDay('reopened');
  await before.addReport(report('a'));
  await before.addReport(report('b'));
  const after = await openKeptDay('reopened');
  expect((await after.reports()).map(item => item.id)).toEqual(['a', 'b']);
});

test('a new report never takes the place of an old one, even when all before it are gone', async () => {
  const kept = await openKeptDay('places');
  const first = await kept.addReport(report('a'));
  await kept.dropReports([first.seq]);
  expect((await kept.addReport(report('b'))).seq).toBeGreaterThan(first.seq);
});

test('a taken report stays until it is dropped', async () => {
  const kept = await openKeptDay('taken');
  const item = await kept.addReport(report('a'));
  await kept.markTaken([item]);
  expect(await kept.reports()).toMatchObject([{ id: 'a', state: 'taken' }]);
  await kept.dropReports([item.seq]);
  expect(await kept.reports()).toEqual([]);
});

test('a refused report moves to where it is read, in one step', async () => {
  const kept = await openKeptDay('refused');
  const item = await kept.addReport(report('a'));
  await kept.refuse(item, { id: item.id, report: item.report, code: 'unknown', text: 'There is no such visit.' });
  expect([await kept.reports(), (await kept.refused()).map(each => each.id)]).toEqual([[], ['a']]);
});

test('signing out forgets the day and keeps what is not sent', async () => {
  const kept = await openKeptDay('forgotten');
  await kept.keep('day', aDay());
  await kept.keepNotes({ visit: 'a', date: '2026-11-23', outcome: 'half a word' });
  await kept.addReport(report('a'));
  await kept.forget();
  expect([await kept.read('day'), await kept.notes(), (await kept.reports()).length]).toEqual([null, [], 1]);
});
