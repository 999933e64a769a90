import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';

/** Whether news can come: `connecting` before the first time, `lost` afterwards, `refused` when the session is over. */
export type FeedState = 'connecting' | 'live' | 'lost' | 'refused';

/** A connection to one hub, kept up until closed. */
export interface HubFeed {
  /**
   * Streams a hub method. Arguments are asked for anew at each connection, so that a stream resumes after the last
   * number that was seen. Returns what ends the stream.
   */
  stream<T>(method: string, args: () => unknown[], next: (item: T) => void): () => void;
  /** Tries at once instead of waiting: the machine woke up, or a request went through. */
  nudge(): void;
  close(): void;
}

/** How long to wait before trying again, in milliseconds; the last one repeats. */
const waits = [300, 1_000, 2_000, 5_000, 10_000];

/** Connects, and connects again after every loss: our own retrying, because the library's gives up within a minute. */
export function followHub(path: string, changed: (state: FeedState) => void): HubFeed {
  const connection = new HubConnectionBuilder().withUrl(path).configureLogging(LogLevel.None).build();
  connection.serverTimeoutInMilliseconds = 15_000;
  connection.keepAliveIntervalInMilliseconds = 5_000;
  const streams = new Set<() => void>();
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const later = (work: () => void) => setTimeout(work, waits[Math.min(tries++, waits.length - 1)]);
  const start = async () => {
    clearTimeout(timer);
    if (closed || connection.state !== HubConnectionState.Disconnected) return;
    try {
      await connection.start();
    } catch (error) {
      lost(isRefusal(error) ? 'refused' : 'lost');
      return;
    }
    tries = 0;
    changed('live');
    streams.forEach(watch => watch());
  };
  const lost = (state: FeedState) => {
    if (closed) return;
    changed(state);
    if (state === 'lost') timer = later(() => void start());
  };
  connection.onclose(() => lost('lost'));
  changed('connecting');
  void start();

  return {
    stream<T>(method: string, args: () => unknown[], next: (item: T) => void) {
      const follow = followStream(connection, method, args, next, later);
      streams.add(follow.watch);
      if (connection.state === HubConnectionState.Connected) follow.watch();
      return () => {
        streams.delete(follow.watch);
        follow.end();
      };
    },
    nudge: () => void start(),
    close() {
      closed = true;
      clearTimeout(timer);
      void connection.stop();
    },
  };
}

function followStream<T>(connection: HubConnection, method: string, args: () => unknown[], next: (item: T) => void, later: (work: () => void) => unknown) {
  let ended = false;
  let subscription: { dispose(): void } | undefined;
  const watch = () => {
    if (ended) return;
    // A stream that ends while the connection stands is asked for again.
    const again = () => {
      if (!ended && connection.state === HubConnectionState.Connected) later(watch);
    };
    subscription = connection.stream<T>(method, ...args()).subscribe({ next, complete: again, error: again });
  };
  const end = () => {
    ended = true;
    subscription?.dispose();
  };
  return { watch, end };
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && /\b(401|403)\b/.test(error.message);
}
