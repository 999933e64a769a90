import { useSyncExternalStore } from 'react';

const key = 'dispatch.single-keys';
const listeners = new Set<() => void>();

/** Whether single letters act as shortcuts; who dictates by voice switches them off (WCAG 2.1.4). */
export const singleKeysAreOn = () => localStorage.getItem(key) !== 'off';

/** Switches single-letter shortcuts. */
export function setSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(key);
  else localStorage.setItem(key, 'off');
  listeners.forEach(listen => listen());
}

/** The same, as it changes. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(listen => {
    listeners.add(listen);
    return () => listeners.delete(listen);
  }, singleKeysAreOn);
}
