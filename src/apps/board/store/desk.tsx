import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { SessionView, TerritoryProfile, VisitView } from '../../contract';
import type { Commands } from '../commands/commands';
import type { BoardSnapshot, BoardStore } from './boardStore';
import { useSelection } from './selection';

/** What every part of the board works with. */
export interface Desk {
  readonly session: SessionView;
  readonly territory: TerritoryProfile;
  /** All territories that this account may look at. */
  readonly territories: readonly TerritoryProfile[];
  readonly store: BoardStore;
  readonly commands: Commands;
  /** The service day that it is there now. */
  readonly today: string;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk that the board is open for. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This part stands outside a desk.');
  return desk;
}

/** All that the feeds told, as it changes. */
export function useBoard(): BoardSnapshot {
  const { store } = useDesk();
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

/** A visit of the shown day or of the backlog; undefined if it is in neither. */
export function useVisit(id: string | null): VisitView | undefined {
  const { foreseen, desk } = useBoard();
  return id === null ? undefined : foreseen.visits.get(id) ?? desk.backlog.get(id);
}

/** The domain's time in milliseconds, told again every `stepMs` of real time. */
export function useNow(stepMs = 1_000): number {
  const { store } = useDesk();
  const [now, setNow] = useState(() => store.clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(store.clock.now()), stepMs);
    return () => clearInterval(timer);
  }, [store, stepMs]);
  return now;
}

/** The technician that the selection is about: itself, or who has the selected visit. */
export function useSelectedTechnician(): string | null {
  const { kind, id } = useSelection();
  const visit = useVisit(kind === 'visit' ? id : null);
  return kind === 'technician' ? id : visit?.technician ?? null;
}
