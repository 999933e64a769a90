import { send, type TerritoryProfile } from '../../../contract';

/** Enters or changes an entry of the administrator's screens. */
export const saveEntry = (kind: 'territories' | 'technicians' | 'patients' | 'equipment' | 'accounts', id: string, entry: unknown) =>
  send('PUT', `/api/admin/${kind}/${encodeURIComponent(id)}`, entry);

/** Takes an entry out; refused while something depends on it. */
export const removeEntry = (kind: 'technicians' | 'patients' | 'equipment', id: string) =>
  send('DELETE', `/api/admin/${kind}/${encodeURIComponent(id)}`);

/** Saves a territory with some of it changed. */
export const saveTerritory = (profile: TerritoryProfile, change: Partial<TerritoryProfile>) => saveEntry('territories', profile.id, { ...profile, ...change });

/** An id of a catalogue from its name: lower case, hyphens; a fresh one where nothing is left. Catalogue names tell nothing of a person. */
export function catalogId(name: string, taken: readonly string[]): string {
  const plain = name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40) || 'entry';
  let id = plain;
  for (let next = 2; taken.includes(id); next++) id = `${plain}-${next}`;
  return id;
}
