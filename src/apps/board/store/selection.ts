import { useSyncExternalStore } from 'react';

/** What the details pane shows. */
export type SelectedKind = 'visit' | 'technician' | 'patient' | 'equipment' | 'alarm';

/** What is selected, one for list, map, timeline and details; the address bar carries it, with opaque ids only. */
export interface Selection {
  /** The service day; none means today. */
  readonly day: string | null;
  readonly kind: SelectedKind | null;
  readonly id: string | null;
  /** Further visits, for moving several at once. */
  readonly also: readonly string[];
  /** Technicians whose routes are coloured, at most six. */
  readonly coloured: readonly string[];
  /** Which list stands at the left. */
  readonly list: ListName;
}

export const listNames = ['attention', 'visits', 'backlog', 'inbox'] as const;
export type ListName = (typeof listNames)[number];

const kinds: readonly string[] = ['visit', 'technician', 'patient', 'equipment', 'alarm'];
const mostColoured = 6;
const listeners = new Set<() => void>();

/** Reads a selection from the query of an address; what it does not know it leaves out. */
export function parseSelection(query: string): Selection {
  const given = new URLSearchParams(query);
  const [kind, id] = splitOnce(given.get('select') ?? '');
  const list = given.get('list') as ListName | null;
  const isKnown = kinds.includes(kind) && id !== '';
  return {
    day: /^\d{4}-\d{2}-\d{2}$/.test(given.get('day') ?? '') ? given.get('day') : null,
    kind: isKnown ? (kind as SelectedKind) : null,
    id: isKnown ? id : null,
    also: ids(given.get('also')),
    coloured: ids(given.get('routes')).slice(0, mostColoured),
    list: list && listNames.includes(list) ? list : 'attention',
  };
}

/** Writes a selection as a query; empty where nothing is selected. */
export function writeSelection(selection: Selection): string {
  const query = new URLSearchParams();
  if (selection.day) query.set('day', selection.day);
  if (selection.list !== 'attention') query.set('list', selection.list);
  if (selection.kind && selection.id) query.set('select', `${selection.kind}.${selection.id}`);
  if (selection.also.length > 0) query.set('also', selection.also.join(','));
  if (selection.coloured.length > 0) query.set('routes', selection.coloured.join(','));
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}

let current = parseSelection(location.search);

/** The selection now. */
export const selection = () => current;

/** Changes the selection. A new day or a new thing to look at is a step that the Back button takes back. */
export function select(change: Partial<Selection>): void {
  const next = { ...current, ...change };
  const isStep = next.day !== current.day || next.kind !== current.kind || next.id !== current.id;
  current = next;
  const address = location.pathname + writeSelection(next);
  if (isStep) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  listeners.forEach(listen => listen());
}

/** Selects one thing, and nothing besides. */
export function selectOne(kind: SelectedKind, id: string): void {
  select({ kind, id, also: [] });
}

/** Adds a visit to those selected, or takes it out. The first one stays what the details pane shows. */
export function toggleVisit(id: string): void {
  const chosen = selectedVisits();
  const next = chosen.includes(id) ? chosen.filter(known => known !== id) : [...chosen, id];
  select(next.length === 0 ? { kind: null, id: null, also: [] } : { kind: 'visit', id: next[0] ?? null, also: next.slice(1) });
}

/** All selected visits, the one that the details show first. */
export function selectedVisits(of: Selection = current): readonly string[] {
  return of.kind === 'visit' && of.id ? [of.id, ...of.also] : of.also;
}

/** Gives a technician's route a colour, or takes it away; the seventh takes the place of the first. */
export function toggleColour(technician: string): void {
  const rest = current.coloured.filter(known => known !== technician);
  select({ coloured: rest.length < current.coloured.length ? rest : [...rest, technician].slice(-mostColoured) });
}

/** Selects nothing. */
export function selectNothing(): void {
  select({ kind: null, id: null, also: [] });
}

/** The selection, as it changes. */
export function useSelection(): Selection {
  return useSyncExternalStore(subscribe, selection);
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

addEventListener('popstate', () => {
  current = parseSelection(location.search);
  listeners.forEach(listen => listen());
});

function splitOnce(text: string): [string, string] {
  const dot = text.indexOf('.');
  return dot < 0 ? ['', ''] : [text.slice(0, dot), text.slice(dot + 1)];
}

function ids(text: string | null): string[] {
  return (text ?? '').split(',').filter(id => /^[\w.-]{1,64}$/.test(id));
}
