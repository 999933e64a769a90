import type { PatientVisitView } from '../contract';

/** What the page wants to hear. */
export interface FeedListener {
  came(view: PatientVisitView): void;
  /** Whether news can come at present. */
  connected(isConnected: boolean): void;
}

/** Follows the visit over SignalR. The library is loaded here, after the first paint. Ends with the page. */
export async function followVisit(listener: FeedListener): Promise<void> {
  const { followHub } = await import('../contract/feed');
  const hub = followHub('/hubs/patient', state => {
    if (state !== 'connecting') listener.connected(state === 'live');
  });
  hub.stream<PatientVisitView | null>('Watch', () => [], view => {
    if (view) listener.came(view);
  });
  // A phone that wakes up or finds its network again should not wait for the timer.
  addEventListener('online', () => hub.nudge());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') hub.nudge();
  });
}
