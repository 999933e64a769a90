import type { MessageView } from '../../contract';
import type { OutboxItem } from '../outbox/outboxItem';

/** Something that this phone wrote to the desk today; kept, because the day's view holds what came, not what went. */
export interface Said {
  id: string;
  text: string;
  at: string;
}

/** A line of the conversation. */
export interface Line {
  id: string;
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
    .map(each => ({ id: each.id, text: each.text, at: each.sentAt, isOwn: false, isWaiting: false }));
  const own = said.map(each => ({ ...each, isOwn: true, isWaiting: waiting.has(each.id) }));
  return [...theirs, ...own].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** How many came since the newest one that was read. */
export function unreadCount(messages: readonly MessageView[], seen: string | null): number {
  const theirs = messages.filter(each => each.audience === 'Technician');
  const at = theirs.findIndex(each => each.id === seen);
  return at < 0 ? theirs.length : at;
}
