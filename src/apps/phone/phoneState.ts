import type { PartKind, SessionView, TechnicianDayView } from '../contract';
import type { ClockReading } from './clock/domainClock';
import type { VisitNotes } from './day/visitNotes';
import type { Way } from './guidance/way';
import type { Said } from './messages/conversation';
import type { OutboxItem, RefusedReport } from './outbox/outboxItem';
import type { PositionState } from './positions/positionState';

/** All that the phone knows; what the screens show follows from it. */
export interface PhoneState {
  /** `starting` until the phone has read what it kept. */
  phase: 'starting' | 'signed-out' | 'other-role' | 'signed-in';
  session: SessionView | null;
  /** The session ended while things wait to be sent: they are kept, and the sign-in says so. */
  mustSignIn: boolean;
  /** The day as the server last told it. */
  day: TechnicianDayView | null;
  /** The server has said that there is no day for this technician. */
  offRoster: boolean;
  clock: ClockReading | null;
  /** What parts are called. */
  parts: readonly PartKind[];
  /** Directions to the next stop, as last loaded. */
  way: Way | null;
  outbox: readonly OutboxItem[];
  refused: readonly RefusedReport[];
  notes: readonly VisitNotes[];
  /** What this phone wrote to the desk today. */
  said: readonly Said[];
  /** The newest message of the desk that was read. */
  seen: string | null;
  /** `connecting` is quiet: only a loss that lasts is worth a bar. */
  link: 'live' | 'connecting' | 'offline';
  position: PositionState;
}

/** Before anything was read. */
export const atStart: PhoneState = {
  phase: 'starting', session: null, mustSignIn: false, day: null, offRoster: false, clock: null, way: null, parts: [],
  outbox: [], refused: [], notes: [], said: [], seen: null, link: 'connecting', position: { kind: 'off' },
};

/** A value that screens can follow. */
export interface Store<T> {
  get: () => T;
  set(change: Partial<T>): void;
  subscribe: (listener: () => void) => () => void;
}

/** A store of one object; each change makes a new one. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
