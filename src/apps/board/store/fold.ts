import type { BoardChange, BoardMessage, Instant, MessageView, VisitView } from '../../contract';
import { emptyDay, emptyDesk, type DayState, type DeskState } from './state';

/** How many messages the inbox keeps at hand. */
const inboxLength = 300;
/** How many notes wait to be shown. */
const notesLength = 20;

/** The desk after a message; the same object if nothing in it concerned the desk. A message that was already seen changes nothing. */
export function foldDesk(desk: DeskState, message: BoardMessage): DeskState {
  if (!message.isSnapshot && message.number <= desk.number) return desk;
  const start = message.isSnapshot ? { ...emptyDesk, clock: desk.clock } : desk;
  const fresh: Fresh = new WeakSet();
  return { ...message.changes.reduce((state, change) => changeDesk(state, change, fresh), start), number: message.number };
}

/** The day after a message. Notes survive a snapshot, for they are never in one. */
export function foldDay(day: DayState, message: BoardMessage): DayState {
  if (!message.isSnapshot && message.number <= day.number) return day;
  const start = message.isSnapshot ? { ...emptyDay(day.date), notes: day.notes } : day;
  const fresh: Fresh = new WeakSet();
  return { ...message.changes.reduce((state, change) => changeDay(state, change, message.at, fresh), start), number: message.number };
}

/** The maps that were copied for this message: the first change copies, the others write into the copy. A snapshot of thousands stays quick. */
type Fresh = WeakSet<object>;

function changeDesk(desk: DeskState, change: BoardChange, fresh: Fresh): DeskState {
  switch (change.kind) {
    case 'alarm':
      return { ...desk, alarms: change.alarm.closedAt ? without(fresh, desk.alarms, change.alarm.id) : having(fresh, desk.alarms, change.alarm.id, change.alarm) };
    case 'call':
      return { ...desk, calls: change.task.closedAt ? without(fresh, desk.calls, change.task.id) : having(fresh, desk.calls, change.task.id, change.task) };
    case 'message':
      return { ...desk, messages: received(desk.messages, change.message) };
    case 'visit':
      return { ...desk, backlog: isInBacklog(change.visit) ? having(fresh, desk.backlog, change.visit.id, change.visit) : without(fresh, desk.backlog, change.visit.id) };
    case 'visit-left':
      return { ...desk, backlog: without(fresh, desk.backlog, change.visit) };
    case 'backlog-plan':
      return { ...desk, backlogPlan: change.plan };
    case 'closure':
      return { ...desk, closures: having(fresh, desk.closures, change.closure.id, change.closure) };
    case 'closure-ended':
      return { ...desk, closures: without(fresh, desk.closures, change.closure) };
    case 'traffic':
      return { ...desk, traffic: { version: change.version, parts: change.parts } };
    case 'clock':
      return { ...desk, clock: change.clock };
    default:
      return desk;
  }
}

function changeDay(day: DayState, change: BoardChange, at: Instant, fresh: Fresh): DayState {
  switch (change.kind) {
    case 'day':
      return { ...day, view: change.day };
    case 'technician':
      return { ...day, technicians: having(fresh, day.technicians, change.technician.id, change.technician) };
    case 'route':
      return { ...day, routes: having(fresh, day.routes, change.route.technician, change.route) };
    case 'path':
      return { ...day, paths: having(fresh, day.paths, change.path.technician, change.path) };
    case 'visit':
      return { ...day, visits: having(fresh, day.visits, change.visit.id, change.visit) };
    case 'visit-left':
      return { ...day, visits: without(fresh, day.visits, change.visit) };
    case 'proposal':
      return { ...day, proposals: having(fresh, day.proposals, change.proposal.id, change.proposal) };
    case 'proposal-closed':
      return { ...day, proposals: without(fresh, day.proposals, change.proposal) };
    case 'note':
      return { ...day, notes: [...day.notes, { note: change.note, heardAt: at }].slice(-notesLength) };
    default:
      return day;
  }
}

const isInBacklog = (visit: VisitView) => visit.date === null && visit.status === 'Backlog';

function received(messages: readonly MessageView[], message: MessageView): readonly MessageView[] {
  const rest = messages.filter(known => known.id !== message.id);
  const at = rest.findIndex(known => known.sentAt <= message.sentAt);
  return (at < 0 ? [...rest, message] : [...rest.slice(0, at), message, ...rest.slice(at)]).slice(0, inboxLength);
}

function having<K, V>(fresh: Fresh, map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return own(fresh, map).set(key, value);
}

function without<K, V>(fresh: Fresh, map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const copy = own(fresh, map);
  copy.delete(key);
  return copy;
}

function own<K, V>(fresh: Fresh, map: ReadonlyMap<K, V>): Map<K, V> {
  if (fresh.has(map)) return map as Map<K, V>;
  const copy = new Map(map);
  fresh.add(copy);
  return copy;
}
