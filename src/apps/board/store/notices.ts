import { useSyncExternalStore } from 'react';
import type { Reason } from '../../contract';

/** A line at the lower edge: what became of something one did. Refusals stay until they are read. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'refused';
  /** A key of the texts, or a reason of the server's. */
  readonly text: string | Reason;
  /** What differs from what was asked, and which soft rules it breaks. */
  readonly remarks: readonly Reason[];
  /** What takes it back; *undo* stands beside it where there is such a thing. */
  readonly undo: (() => void) | null;
}

/** How long a notice stands that asks for nothing, in milliseconds. */
const shownMs = 5_000;
/** And one with remarks, which want to be read. */
const remarkedMs = 12_000;

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows a notice; one of what was done goes by itself. */
export function tell(tone: Notice['tone'], text: string | Reason, undo: (() => void) | null = null, remarks: readonly Reason[] = []): void {
  const id = ++lastId;
  change([...notices, { id, tone, text, undo, remarks }].slice(-3));
  if (tone === 'done') setTimeout(() => dismiss(id), remarks.length > 0 ? remarkedMs : shownMs);
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
