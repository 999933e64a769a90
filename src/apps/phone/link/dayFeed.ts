import { HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import type { TechnicianDayView } from '../../contract';

/** What the phone hears from the server. */
export interface DayListener {
  /** A new view of the day; `isFirst` for the first after connecting. */
  came(view: TechnicianDayView, isFirst: boolean): void;
  /** Whether news can come. */
  connected(isConnected: boolean): void;
  /** The server has ended the stream: there is no day, or the session is over. */
  ended(): void;
}

/** How long to wait before trying again, in milliseconds; the last one repeats. */
const waits = [500, 1_000, 2_000, 5_000, 10_000, 20_000];

/** The day as it changes, over SignalR, for as long as it is open. */
export interface DayFeed {
  /** Tries at once instead of waiting: the phone woke up, or a request went through. */
  nudge(): void;
  close(): void;
}

/** Follows the own day. Connects, and connects again after every loss, until closed. */
export function followDay(listener: DayListener): DayFeed {
  // Our own retrying instead of the library's: it must go on for a whole shift, and start at once when a signal is back.
  const connection = new HubConnectionBuilder().withUrl('/hubs/technician').configureLogging(LogLevel.None).build();
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const after = (work: () => void) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(work, waits[Math.min(tries++, waits.length - 1)]);
  };
  const start = async () => {
    clearTimeout(timer);
    if (closed || connection.state !== HubConnectionState.Disconnected) return;
    try {
      await connection.start();
    } catch {
      lost();
      return;
    }
    listener.connected(true);
    watch();
  };
  const lost = () => {
    if (closed) return;
    listener.connected(false);
    after(() => void start());
  };
  const watch = () => {
    let isFirst = true;
    // A stream that ends while the connection stands (no day yet, session over) is asked for again, ever less often.
    const over = () => {
      if (closed || connection.state !== HubConnectionState.Connected) return;
      listener.ended();
      after(watch);
    };
    connection.stream<TechnicianDayView | null>('Watch').subscribe({
      next(view) {
        tries = 0;
        if (view) listener.came(view, isFirst);
        isFirst = false;
      },
      complete: over,
      error: over,
    });
  };
  connection.onclose(lost);
  void start();

  return {
    nudge: () => void start(),
    close() {
      closed = true;
      clearTimeout(timer);
      void connection.stop();
    },
  };
}
