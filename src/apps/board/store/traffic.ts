import { useEffect, useState, useSyncExternalStore } from 'react';
import { askOnce, decodePolyline, type DayPartView, type SlowerStreetView, type TrafficView } from '../../contract';
import { partAt } from './dayPart';
import { useBoard, useDesk } from './desk';

/** A street that is slower than the map says, with its line for drawing. */
export interface SlowerStreet extends SlowerStreetView {
  /** [longitude, latitude] */
  readonly points: readonly (readonly [number, number])[];
}

/** What was learned of the streets, for the part of the day that it is now. */
export interface Traffic {
  readonly part: DayPartView;
  /** Of how many streets enough is known, each direction counted. */
  readonly known: number;
  readonly leftOut: number;
  /** The slowest first. */
  readonly streets: readonly SlowerStreet[];
}

/** Whether the layer is shown, and which of its streets somebody asked for. */
interface TrafficLayer {
  readonly isShown: boolean;
  readonly pointedAt: SlowerStreet | null;
}

const key = 'dispatch.traffic';
/** How often it is looked whether another part of the day has begun, in milliseconds: by the board's own clock, without a request. */
const lookMs = 2_000;
const listeners = new Set<() => void>();
let layer: TrafficLayer = { isShown: localStorage.getItem(key) === 'on', pointedAt: null };

/** Shows or hides the layer, and remembers it. */
export function showTraffic(isShown: boolean): void {
  if (isShown) localStorage.setItem(key, 'on');
  else localStorage.removeItem(key);
  change({ isShown, pointedAt: null });
}

/** Shows one street on the map, with what was learned of it. */
export const pointAt = (street: SlowerStreet | null) => change({ ...layer, pointedAt: street });

/** The layer's state, as it changes. */
export function useTrafficLayer(): TrafficLayer {
  return useSyncExternalStore(listen => {
    listeners.add(listen);
    return () => listeners.delete(listen);
  }, () => layer);
}

/** The traffic of now; null while it is not shown, not there yet, or cannot be had. */
export function useTraffic(): { traffic: Traffic | null; isFailed: boolean } {
  const { isShown } = useTrafficLayer();
  const { territory, store } = useDesk();
  const { desk: { traffic: told } } = useBoard();
  const [part, setPart] = useState<DayPartView | null>(null);
  useEffect(() => {
    const look = () => setPart(told && partAt(told.parts, store.clock.now(), territory.timeZone));
    look();
    const timer = setInterval(look, lookMs);
    return () => clearInterval(timer);
  }, [told, store, territory.timeZone]);

  const version = told?.version ?? null;
  const [answer, setAnswer] = useState<{ traffic: Traffic | null; isFailed: boolean }>({ traffic: null, isFailed: false });
  useEffect(() => {
    if (!isShown || part === null || version === null) {
      setAnswer({ traffic: null, isFailed: false });
      return;
    }
    if (version === '') {
      setAnswer({ traffic: { part, known: 0, leftOut: 0, streets: [] }, isFailed: false });
      return;
    }
    const left = new AbortController();
    askOnce<TrafficView>(`/api/territories/${encodeURIComponent(territory.id)}/traffic/${version}/${part.part}`, left.signal).then(
      view => setAnswer({ traffic: { ...view, part, streets: view.streets.map(street => ({ ...street, points: decodePolyline(street.line) })) }, isFailed: false }),
      () => { if (!left.signal.aborted) setAnswer({ traffic: null, isFailed: true }); });
    return () => left.abort();
  }, [isShown, part, version, territory.id]);
  return answer;
}

function change(next: TrafficLayer): void {
  layer = next;
  listeners.forEach(listen => listen());
}
