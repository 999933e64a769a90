import { ask } from '../link/api';
import { type Delivery, nextDelivery, weigh } from './delivery';
import type { OutboxItem } from './outboxItem';

/** What the courier needs from the phone. */
export interface CourierOffice {
  /** What is waiting, by its technician. */
  items(): readonly OutboxItem[];
  taken(items: OutboxItem[]): Promise<void>;
  refused(item: OutboxItem, code: string, text: string): Promise<void>;
  /** Everything that was waiting is on the server. */
  emptied(): Promise<void>;
  /** The session has ended; sending goes on after signing in. */
  mustSignIn(): void;
}

/** Waits between tries, in milliseconds; the last one repeats. */
const waits = [1_000, 3_000, 8_000, 20_000, 60_000];

/** Sends what waits, in order, one request at a time, until nothing does. */
export interface Courier {
  /** Goes now: something was added, or a signal is back. */
  go(): void;
  stop(): void;
}

/** Runs the work while nobody else does. */
export type Alone = (work: () => Promise<boolean>) => Promise<boolean>;

/** Two tabs share one outbox; a lock of the browser lets only one of them send. Sending twice would be harmless, but out of order. */
export const aloneInBrowser: Alone = async work =>
  'locks' in navigator ? await navigator.locks.request('dispatch-phone-outbox', work) : work();

/** Starts a courier; it goes only when told. */
export function startCourier(office: CourierOffice, send: typeof ask, alone: Alone): Courier {
  let going = false;
  let again = false;
  let stopped = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const go = () => {
    clearTimeout(timer);
    if (stopped) return;
    if (going) {
      again = true;
      return;
    }
    going = true;
    void alone(() => round(office, send, () => stopped)).then(
      done => {
        going = false;
        if (done) tries = 0;
        if (again) {
          again = false;
          go();
        } else if (!done) {
          timer = setTimeout(go, waits[Math.min(tries++, waits.length - 1)]);
        }
      },
    );
  };
  return {
    go,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Sends until nothing waits (true) or the way is shut (false). */
async function round(office: CourierOffice, send: typeof ask, isStopped: () => boolean): Promise<boolean> {
  let oneByOne = 0;
  let sent = false;
  for (;;) {
    if (isStopped()) return true;
    const delivery: Delivery | null = nextDelivery(office.items(), oneByOne > 0 ? 1 : undefined);
    if (!delivery) {
      if (sent) await office.emptied();
      return true;
    }
    const { status, body } = await send<unknown>('POST', delivery.path, delivery.body, delivery.key);
    const verdict = weigh(delivery, status, body);
    switch (verdict.kind) {
      case 'later':
        return false;
      case 'sign-in':
        office.mustSignIn();
        return true;
      case 'one-by-one':
        oneByOne = delivery.items.length;
        break;
      case 'answered':
        oneByOne = Math.max(0, oneByOne - 1);
        sent = true;
        if (verdict.taken.length > 0) await office.taken(verdict.taken);
        for (const { item, code, text } of verdict.refused) await office.refused(item, code, text);
    }
  }
}
