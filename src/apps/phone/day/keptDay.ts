import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PartKind, SessionView, TechnicianDayView } from '../../contract';
import type { ClockReading } from '../clock/domainClock';
import type { Way } from '../guidance/way';
import type { Said } from '../messages/conversation';
import type { OutboxItem, RefusedReport } from '../outbox/outboxItem';
import type { VisitNotes } from './visitNotes';

/** What the phone keeps, so that the day can be read and told of without a signal, and nothing is lost on a reload. */
interface PhoneDatabase extends DBSchema {
  kept: { key: string; value: unknown };
  outbox: { key: number; value: Omit<OutboxItem, 'seq'> & { seq?: number } };
  refused: { key: string; value: RefusedReport };
  notes: { key: string; value: VisitNotes };
}

/** What is kept under a name of its own. */
export interface Kept {
  session: SessionView;
  day: TechnicianDayView;
  clock: ClockReading;
  way: Way;
  parts: readonly PartKind[];
  said: readonly Said[];
  seen: string;
}

/** The phone's storage. Every write is durable when its promise has come back. */
export interface KeptDay {
  read<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | null>;
  keep<Name extends keyof Kept>(name: Name, value: Kept[Name]): Promise<void>;
  /** Adds a report at the end and gives it its place. */
  addReport(item: Omit<OutboxItem, 'seq'>): Promise<OutboxItem>;
  reports(): Promise<OutboxItem[]>;
  markTaken(items: readonly OutboxItem[]): Promise<void>;
  dropReports(seqs: readonly number[]): Promise<void>;
  refuse(item: OutboxItem, refused: RefusedReport): Promise<void>;
  refused(): Promise<RefusedReport[]>;
  dropRefused(id: string): Promise<void>;
  notes(): Promise<VisitNotes[]>;
  keepNotes(notes: VisitNotes): Promise<void>;
  /** Forgets the day and who signed in; what is not sent yet stays, for the next time that its technician signs in. */
  forget(): Promise<void>;
}

/** Opens the storage; `name` is for tests. */
export async function openKeptDay(name = 'dispatch-phone'): Promise<KeptDay> {
  const database = await openDB<PhoneDatabase>(name, 1, {
    upgrade(db) {
      db.createObjectStore('kept');
      db.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
      db.createObjectStore('refused', { keyPath: 'id' });
      db.createObjectStore('notes', { keyPath: 'visit' });
    },
  });
  return over(database);
}

function over(db: IDBPDatabase<PhoneDatabase>): KeptDay {
  const durable = { durability: 'strict' } as const;
  return {
    read: async key => ((await db.get('kept', key)) ?? null) as never,
    async keep(key, value) {
      await db.put('kept', value, key);
    },
    async addReport(item) {
      const tx = db.transaction('outbox', 'readwrite', durable);
      const seq = await tx.store.add({ ...item });
      await tx.done;
      return { ...item, seq };
    },
    reports: async () => (await db.getAll('outbox')) as OutboxItem[],
    async markTaken(items) {
      const tx = db.transaction('outbox', 'readwrite', durable);
      await Promise.all([...items.map(item => tx.store.put({ ...item, state: 'taken' })), tx.done]);
    },
    async dropReports(seqs) {
      const tx = db.transaction('outbox', 'readwrite', durable);
      await Promise.all([...seqs.map(seq => tx.store.delete(seq)), tx.done]);
    },
    async refuse(item, refused) {
      const tx = db.transaction(['outbox', 'refused'], 'readwrite', durable);
      await Promise.all([tx.objectStore('refused').put(refused), tx.objectStore('outbox').delete(item.seq), tx.done]);
    },
    refused: () => db.getAll('refused'),
    dropRefused: id => db.delete('refused', id),
    notes: () => db.getAll('notes'),
    async keepNotes(notes) {
      await db.put('notes', notes);
    },
    async forget() {
      const tx = db.transaction(['kept', 'notes'], 'readwrite', durable);
      await Promise.all([tx.objectStore('kept').clear(), tx.objectStore('notes').clear(), tx.done]);
    },
  };
}
