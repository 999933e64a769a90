import type { MessageView } from '../../contract';
import type { OutboxItem } from '../outbox/outboxItem';

/** Something that this phone wrote to the desk today; kept until the day's view holds it. */
export interface Said {
  id: string;
  text: string;
  at: string;
}

/** A line of the conversation. */
export interface Line {
  id: string;
  /** What kind of message it is, where the house wrote it. */
  code: string;
  text: string;
  at: string;
  isOwn: boolean;
  /** Not with the desk yet. */
  isWaiting: boolean;
}

/** Both sides, newest first. */
export function conversation(messages: readonly MessageView[], said: readonly Said[], outbox: readonly OutboxItem[]): Line[] {
  const waiting = new Set(outbox.filter(item => item.state === 'waiting').map(item => item.id));
  const theirs = messages
    .filter(each => each.audience === 'Technician')
    .map(each => ({ id: each.id, code: each.code, text: each.text, at: each.sentAt, isOwn: false, isWaiting: false }));
  const heard = messages
    .filter(each => each.audience === 'Desk')
    .map(each => ({ id: each.id, code: each.code, text: each.text, at: each.sentAt, isOwn: true, isWaiting: false }));
  // What the desk has stands there as the desk has it, and not a second time as it was written.
  const own = said
    .filter(each => waiting.has(each.id) || !heard.some(line => line.text === each.text))
    .map(each => ({ ...each, code: '', isOwn: true, isWaiting: waiting.has(each.id) }));
  return [...theirs, ...heard, ...own].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** How many came since the newest one that was read. */
export function unreadCount(messages: readonly MessageView[], seen: string | null): number {
  const theirs = messages.filter(each => each.audience === 'Technician');
  const at = theirs.findIndex(each => each.id === seen);
  return at < 0 ? theirs.length : at;
}
