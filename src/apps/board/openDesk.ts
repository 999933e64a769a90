import { ask, type SessionView, type TerritoryProfile, type TodayView } from '../contract';
import { commandsFor } from './commands/commands';
import { BoardStore } from './store/boardStore';
import type { Desk } from './store/desk';
import { selection } from './store/selection';

const lastTerritory = 'dispatch.territory';

/** Opens the desk of an account's territory, or of the one looked at last; null while there is no territory at all. */
export async function openDesk(session: SessionView, wanted?: string): Promise<Desk | null> {
  const territories = await ask<TerritoryProfile[]>('/api/territories');
  const choice = wanted ?? session.territory ?? localStorage.getItem(lastTerritory);
  const territory = territories.find(known => known.id === choice) ?? territories[0];
  if (!territory) return null;
  localStorage.setItem(lastTerritory, territory.id);
  const today = await ask<TodayView>(`/api/territories/${encodeURIComponent(territory.id)}/today`);
  const store = new BoardStore(territory.id, selection().day ?? today.date);
  return { session, territory, territories, store, commands: commandsFor(store), today: today.date };
}
