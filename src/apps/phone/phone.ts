import { followHub, freshId, type HubFeed, type SessionView, type TechnicianDayView } from '../contract';
import { domainNow, toInstant } from './clock/domainClock';
import { openKeptDay } from './day/keptDay';
import { newerDay } from './day/newerDay';
import type { VisitNotes } from './day/visitNotes';
import { withReports } from './day/withReports';
import { ask, readClock, readDay, readGuidance, readParts, readSession, signIn, signOut } from './link/api';
import { aloneInBrowser, type Courier, startCourier } from './outbox/courier';
import type { OutboxItem, Report } from './outbox/outboxItem';
import { atStart, createStore, type PhoneState } from './phoneState';
import { watchPosition } from './positions/positionWatch';

/** A loss shorter than this is not worth a word, in milliseconds. */
const quietLossMs = 2_500;
/** The clock's speed may be changed at the desk: it is read again with the day's news, at most this often. */
const clockEveryMs = 5_000;

/** The phone's heart: what it knows, and what a technician can do with it. Screens hold no state of the day. */
export interface Phone {
  get: () => PhoneState;
  subscribe: (listener: () => void) => () => void;
  /** The domain's now, in epoch milliseconds. */
  nowMs: () => number;
  /** Reports something; it is safe on this phone when the promise has come back. */
  report(report: Report): Promise<void>;
  keepNotes(notes: Partial<VisitNotes> & { visit: string }): Promise<void>;
  /** Loads the directions to the next stop and keeps them under this key; without a signal the old ones stay. */
  keepWay(key: string, language: string): Promise<void>;
  /** The desk's messages were read up to this one. */
  markSeen(message: string): Promise<void>;
  dismissRefused(id: string): Promise<void>;
  signIn(user: string, password: string): Promise<'ok' | 'wrong' | 'offline' | 'too-many'>;
  /** Refused without a signal: the session would live on. */
  signOut(): Promise<'ok' | 'offline'>;
}

/** Opens the phone: reads what was kept, then follows the server. */
export async function openPhone(): Promise<Phone> {
  const store = createStore<PhoneState>(atStart);
  const kept = await openKeptDay();
  const nowMs = () => domainNow(store.get().clock, Date.now());
  const positions = watchPosition(phoneMs => toInstant(domainNow(store.get().clock, phoneMs)), position => store.set({ position }));
  let feed: HubFeed | null = null;
  let courier: Courier | null = null;
  let lossTimer: ReturnType<typeof setTimeout> | undefined;
  let clockReadMs = 0;

  const own = (items: readonly OutboxItem[]) => items.filter(item => item.technician === store.get().session?.technician);
  const refresh = async () => store.set({ outbox: own(await kept.reports()), refused: await kept.refused() });

  async function tellTime(force: boolean) {
    if (!force && Date.now() - clockReadMs < clockEveryMs) return;
    clockReadMs = Date.now();
    const clock = await readClock();
    if (!clock) return;
    store.set({ clock });
    await kept.keep('clock', clock);
  }

  async function take(came: TechnicianDayView, isFirst: boolean) {
    const before = store.get().day;
    const day = newerDay(before, came, isFirst);
    store.set({ day, offRoster: false });
    // A new day begins with a clean desk.
    if (before && before.date !== day.date) {
      store.set({ said: [] });
      await kept.keep('said', []);
    }
    followDuty();
    await kept.keep('day', day);
    await tellTime(false);
  }

  /** Positions follow duty as the technician told it, also while the desk has not heard of it yet. */
  function followDuty() {
    const { day, outbox, phase } = store.get();
    positions.onDuty(phase === 'signed-in' && day !== null && withReports(day, outbox).duty === 'OnDuty');
  }

  /** Reads the day anew and drops the reports that it now contains: they were durable before it was asked for. */
  async function readAnew(isFirst = false) {
    const settled = store.get().outbox.filter(item => item.state === 'taken');
    const { status, body } = await readDay();
    if (status === 401) mustSignIn();
    if (status === 204) store.set({ day: null, offRoster: true });
    if (status === 200 && body) await take(body, isFirst);
    if (status === 200 || status === 204) {
      await kept.dropReports(settled.map(item => item.seq));
      await refresh();
      followDuty();
    }
  }

  async function learnParts() {
    const { status, body } = await readParts();
    if (status !== 200 || !body) return;
    store.set({ parts: body });
    await kept.keep('parts', body);
  }

  const mustSignIn = () => {
    if (store.get().phase !== 'signed-in') return;
    close();
    store.set({ phase: 'signed-out', mustSignIn: true });
  };

  function close() {
    feed?.close();
    courier?.stop();
    feed = null;
    courier = null;
    stopWaiting();
    positions.onDuty(false);
  }

  /** A loss that lasts is told; tries that fail meanwhile do not put it off. */
  function awaitLink() {
    lossTimer ??= setTimeout(() => store.set({ link: 'offline' }), quietLossMs);
  }

  function stopWaiting() {
    clearTimeout(lossTimer);
    lossTimer = undefined;
  }

  function followDay(): HubFeed {
    let isFirst = true;
    const hub = followHub('/hubs/technician', state => {
      if (state === 'refused') void readAnew();
      else if (state !== 'connecting') connected(state === 'live');
    });
    const anew = () => {
      isFirst = true;
      return [];
    };
    hub.stream<TechnicianDayView | null>('Watch', anew, view => {
      if (view) void take(view, isFirst);
      isFirst = false;
    });
    return hub;
  }

  function connected(isConnected: boolean) {
    if (isConnected) {
      stopWaiting();
      store.set({ link: 'live' });
      void tellTime(true);
      courier?.go();
      // Reports that were taken just before the loss wait for a day that contains them.
      if (store.get().outbox.some(item => item.state === 'taken')) void readAnew();
    } else {
      awaitLink();
    }
  }

  async function enter(session: SessionView) {
    if (session.role !== 'Technician' || !session.technician) {
      store.set({ phase: 'other-role', session });
      return;
    }
    const before = await kept.read('session');
    if (before && before.technician !== session.technician) await kept.forget();
    await kept.keep('session', session);
    store.set({
      phase: 'signed-in', session, mustSignIn: false, link: 'connecting',
      day: await kept.read('day'), clock: await kept.read('clock'), way: await kept.read('way'), parts: (await kept.read('parts')) ?? [], notes: await kept.notes(),
      said: (await kept.read('said')) ?? [], seen: await kept.read('seen'),
    });
    await refresh();
    followDuty();
    courier = startCourier({
      items: () => store.get().outbox,
      async taken(items) {
        await kept.markTaken(items);
        await refresh();
      },
      async refused(item, code, text) {
        await kept.refuse(item, { id: item.id, report: item.report, code, text });
        await refresh();
      },
      emptied: () => readAnew(),
      mustSignIn,
    }, ask, aloneInBrowser);
    feed = followDay();
    awaitLink();
    await readAnew(true);
    await tellTime(true);
    await learnParts();
  }

  async function begin() {
    const session = await kept.read('session');
    // The day that is kept shows at once; whether the session still holds is asked afterwards.
    if (session) {
      await enter(session);
      return;
    }
    const { status, body } = await readSession();
    if (status === 200 && body) await enter(body);
    else store.set({ phase: 'signed-out' });
  }

  const wake = () => {
    feed?.nudge();
    courier?.go();
    if (feed) void tellTime(false);
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake());
  void begin();

  return {
    get: store.get,
    subscribe: store.subscribe,
    nowMs,
    async report(report) {
      const technician = store.get().session?.technician;
      if (!technician) return;
      const item = { id: freshId(), technician, occurredAt: toInstant(nowMs()), report, state: 'waiting' as const };
      await kept.addReport(item);
      if (report.kind === 'message') {
        const said = [...store.get().said, { id: item.id, text: report.text, at: item.occurredAt }];
        store.set({ said });
        await kept.keep('said', said);
      }
      await refresh();
      followDuty();
      courier?.go();
    },
    async keepNotes(change) {
      const notes = notesWith(store.get(), change);
      store.set({ notes: [...store.get().notes.filter(each => each.visit !== notes.visit), notes] });
      await kept.keepNotes(notes);
    },
    async keepWay(key, language) {
      const { status, body } = await readGuidance(language);
      if (status !== 200 || !body) return;
      const way = { key, guidance: body };
      store.set({ way });
      await kept.keep('way', way);
    },
    async markSeen(message) {
      store.set({ seen: message });
      await kept.keep('seen', message);
    },
    async dismissRefused(id) {
      await kept.dropRefused(id);
      await refresh();
    },
    async signIn(user, password) {
      const { status, body } = await signIn(user, password);
      if (status === 200 && body) {
        await enter(body);
        return 'ok';
      }
      if (status === 429) return 'too-many';
      return status === 0 || status >= 500 ? 'offline' : 'wrong';
    },
    async signOut() {
      const { status } = await signOut();
      if (status === 0 || status >= 500) return 'offline';
      close();
      await kept.forget();
      store.set({ ...atStart, phase: 'signed-out' });
      return 'ok';
    },
  };
}

function notesWith(state: PhoneState, change: Partial<VisitNotes> & { visit: string }): VisitNotes {
  const before = state.notes.find(each => each.visit === change.visit);
  return { date: state.day?.date ?? '', ...before, ...change };
}
