import { useSyncExternalStore } from 'react';
import type { Reason } from '../../contract';

/** A line at the lower edge: what became of something one did. Refusals stay until they are read. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'refused' | 'remark';
  /** A key of the texts, or a reason of the server's. */
  readonly text: string | Reason;
  /** Whether *undo* stands beside it. */
  readonly canUndo: boolean;
}

/** How long a notice stands that asks for nothing, in milliseconds. */
const shownMs = 5_000;

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a notice; one of what was done goes by itself. */
export function tell(tone: Notice['tone'], text: string | Reason, canUndo = false): void {
  const id = ++lastId;
  change([...notices, { id, tone, text, canUndo }].slice(-4));
  if (tone === 'done') setTimeout(() => dismiss(id), shownMs);
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  change(notices.filter(notice => notice.id !== id));
}

/** The notices that stand, oldest first. */
export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(listen => {
    listeners.add(listen);
    return () => listeners.delete(listen);
  }, () => notices);
}

function change(next: readonly Notice[]): void {
  notices = next;
  listeners.forEach(listen => listen());
}
