import { followHub, type BoardMessage, type FeedState, type HubFeed, type LocalDate, type TerritoryId } from '../../contract';
import { BoardClock } from './clock';
import { foldDay, foldDesk } from './fold';
import { foresee, stillPending, type Foreseen, type PendingMove } from './pending';
import { Positions } from './positions';
import { emptyDay, emptyDesk, type DayState, type DeskState } from './state';

/** What React sees at one moment; replaced whenever anything in it changes. */
export interface BoardSnapshot {
  readonly desk: DeskState;
  readonly day: DayState;
  readonly foreseen: Foreseen;
  readonly pending: readonly PendingMove[];
  readonly connection: FeedState;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Holds what the feeds told and what is pending, for one territory; connected until closed. */
export class BoardStore {
  readonly clock = new BoardClock();
  readonly positions = new Positions();
  /** When the last message came, `performance.now()`. */
  heardAtMs = performance.now();
  private snapshot: Mutable<BoardSnapshot>;
  private readonly listeners = new Set<() => void>();
  private readonly feed: HubFeed;
  private endDay: () => void;
  private isNotifying = false;

  constructor(readonly territory: TerritoryId, date: LocalDate) {
    const day = emptyDay(date);
    this.snapshot = { desk: emptyDesk, day, foreseen: foresee(day.routes, day.visits, []), pending: [], connection: 'connecting' };
    this.feed = followHub('/hubs/board', connection => this.update({ connection }));
    this.feed.stream<BoardMessage>('WatchDesk', () => [territory, this.snapshot.desk.number], message => this.takeDesk(message));
    this.endDay = this.watchDay(date);
  }

  getSnapshot = (): BoardSnapshot => this.snapshot;

  subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  };

  /** Turns to another day: forgets this one and asks for a snapshot of that. */
  turnTo(date: LocalDate): void {
    if (date === this.snapshot.day.date) return;
    this.endDay();
    this.update({ day: emptyDay(date), pending: [] });
    this.endDay = this.watchDay(date);
  }

  /** Shows a move before the server has said yes. */
  foresee(move: PendingMove): void {
    this.update({ pending: [...this.snapshot.pending, move] });
  }

  /** The server said yes, with the plan's new version; the move stays foreseen until that plan is shown. */
  settle(id: string, version: number): void {
    this.update({ pending: this.snapshot.pending.map(move => (move.id === id ? { ...move, acceptedVersion: version } : move)) });
  }

  /** The server said no, or nothing: what was foreseen goes back to where it was. */
  takeBack(id: string): void {
    this.update({ pending: this.snapshot.pending.filter(move => move.id !== id) });
  }

  /** Tries to connect at once. */
  nudge(): void {
    this.feed.nudge();
  }

  close(): void {
    this.feed.close();
  }

  private watchDay(date: LocalDate): () => void {
    return this.feed.stream<BoardMessage>('WatchDay', () => [this.territory, date, this.snapshot.day.number], message => {
      if (date === this.snapshot.day.date) this.takeDay(message);
    });
  }

  private takeDesk(message: BoardMessage): void {
    this.heard(message);
    this.positions.take(message);
    const desk = foldDesk(this.snapshot.desk, message);
    // Positions go past React: a message of nothing else moves the number on and renders nothing.
    if (!message.isSnapshot && message.changes.every(change => change.kind === 'position')) {
      this.snapshot.desk = desk;
      return;
    }
    if (desk.clock && desk.clock !== this.snapshot.desk.clock) this.clock.set(desk.clock);
    this.update({ desk });
  }

  private takeDay(message: BoardMessage): void {
    this.heard(message);
    this.update({ day: foldDay(this.snapshot.day, message) });
  }

  private heard(message: BoardMessage): void {
    this.heardAtMs = performance.now();
    this.clock.heard(message.at);
  }

  private update(change: Partial<Omit<BoardSnapshot, 'foreseen'>>): void {
    const next = { ...this.snapshot, ...change };
    const pending = stillPending(next.pending, next.day.view?.version ?? -1);
    const isSame = next.day === this.snapshot.day && pending === this.snapshot.pending;
    this.snapshot = { ...next, pending, foreseen: isSame ? this.snapshot.foreseen : foresee(next.day.routes, next.day.visits, pending) };
    this.notify();
  }

  // Bursts are merged: React hears once a frame, however many messages came.
  private notify(): void {
    if (this.isNotifying) return;
    this.isNotifying = true;
    queueFrame(() => {
      this.isNotifying = false;
      this.listeners.forEach(listen => listen());
    });
  }
}

// A hidden tab gets no frames; the board must be true when it is looked at again.
function queueFrame(work: () => void): void {
  if (document.hidden) setTimeout(work, 100);
  else requestAnimationFrame(work);
}
