import { expect, test } from 'vitest';
import type { MessageView } from '../../contract';
import { conversation, unreadCount } from './conversation';

const message = (id: string, sentAt: string): MessageView => ({
  id, audience: 'Technician', code: 'written', text: `text ${id}`, link: '', sentAt, patient: null, technician: 't1', visit: null, sender: 'desk',
});
const messages = [message('m2', '2026-11-23T11:00:00Z'), message('m1', '2026-11-23T10:00:00Z')];

test('both sides stand in one line of time, newest first, and what waits says so', () => {
  const said = [{ id: 's1', text: 'Gate shut', at: '2026-11-23T10:30:00Z' }, { id: 's2', text: 'Open now', at: '2026-11-23T11:30:00Z' }];
  const outbox = [{ seq: 1, id: 's2', technician: 't1', occurredAt: '', state: 'waiting' as const, report: { kind: 'message' as const, text: 'Open now' } }];
  expect(conversation(messages, said, outbox).map(line => [line.id, line.isWaiting])).toEqual([
    ['s2', true], ['m2', false], ['s1', false], ['m1', false],
  ]);
});

test('what the desk has heard stands there once', () => {
  const heard: MessageView = { ...message('m3', '2026-11-23T10:31:00Z'), audience: 'Desk', text: 'Gate shut' };
  const said = [{ id: 's1', text: 'Gate shut', at: '2026-11-23T10:30:00Z' }];
  expect(conversation([heard], said, []).map(line => [line.id, line.isOwn])).toEqual([['m3', true]]);
  expect(unreadCount([heard], null)).toBe(0);
});

test('unread is what came after the newest one read', () => {
  expect(unreadCount(messages, null)).toBe(2);
  expect(unreadCount(messages, 'm1')).toBe(1);
  expect(unreadCount(messages, 'm2')).toBe(0);
});
