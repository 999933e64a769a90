import type { PatientVisitView } from '../contract';

/** What the page wants to hear. */
export interface FeedListener {
  came(view: PatientVisitView): void;
  /** Whether news can come at present. */
  connected(isConnected: boolean): void;
}

/** How long to wait before trying again, in milliseconds; the last one repeats. */
const waits = [1_000, 2_000, 5_000, 10_000, 30_000];

/** Follows the visit over SignalR. The library is loaded here, after the first paint. Ends with the page. */
export async function followVisit(listener: FeedListener): Promise<void> {
  const { HubConnectionBuilder, HubConnectionState, LogLevel } = await import('@microsoft/signalr');
  const connection = new HubConnectionBuilder().withUrl('/hubs/patient').configureLogging(LogLevel.None).build();
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const after = (work: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(work, waits[Math.min(tries++, waits.length - 1)]);
  };
  const start = async () => {
    clearTimeout(timer);
    if (connection.state !== HubConnectionState.Disconnected) return;
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
    listener.connected(false);
    after(() => void start());
  };
  const watch = () => {
    const over = () => {
      if (connection.state === HubConnectionState.Connected) after(watch);
    };
    connection.stream<PatientVisitView>('Watch').subscribe({
      next(view) {
        tries = 0;
        listener.came(view);
      },
      complete: over,
      error: over,
    });
  };
  connection.onclose(lost);
  // A phone that wakes up or finds its network again should not wait for the timer.
  addEventListener('online', () => void start());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void start();
  });
  await start();
}
