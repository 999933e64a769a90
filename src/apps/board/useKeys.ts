import { useEffect } from 'react';
import { isTyping } from './parts/isTyping';
import { useDesk } from './store/desk';
import { singleKeysAreOn } from './store/keySetting';
import { walkList } from './store/listCursor';
import { openPrompt, prompt } from './store/prompts';
import { selectedVisits, selection, selectNothing } from './store/selection';

const panes: Record<string, string> = { m: 'map', t: 'timeline', l: 'list', d: 'details' };
/** How long after G the second key may come, in milliseconds. */
const chordMs = 1_500;

/** The board's keys. Those with Ctrl or ⌘ work everywhere outside a field, single letters only while switched on. */
export function useKeys(): void {
  const { commands, store } = useDesk();
  useEffect(() => {
    let goUntil = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || openPrompt() !== null) return;
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && key === 'k') {
        event.preventDefault();
        prompt({ kind: 'search' });
        return;
      }
      if (isTyping(event.target)) return;
      if ((event.ctrlKey || event.metaKey) && key === 'z') {
        event.preventDefault();
        void (event.shiftKey ? commands.redo() : commands.undo());
        return;
      }
      if (key === 'escape') selectNothing();
      if (event.ctrlKey || event.metaKey || event.altKey || !singleKeysAreOn()) return;
      if (performance.now() < goUntil && panes[key]) {
        goUntil = 0;
        goTo(panes[key]);
        return;
      }
      goUntil = key === 'g' ? performance.now() + chordMs : 0;
      if (single(key)) event.preventDefault();
    };

    const single = (key: string): boolean => {
      const visits = selectedVisits();
      const [first] = visits;
      switch (key) {
        case '/': prompt({ kind: 'search' }); return true;
        case '?': prompt({ kind: 'keys' }); return true;
        case 'n': prompt({ kind: 'new-visit' }); return true;
        case 'w': prompt({ kind: 'backlog' }); return true;
        case 'j': walkList(1); return true;
        case 'k': walkList(-1); return true;
        case 'a': if (first) prompt({ kind: 'move', visits }); return true;
        case 'p': {
          const visit = first === undefined ? undefined : store.getSnapshot().day.visits.get(first);
          if (visit?.technician) void commands.pin(visit.id, visit.pinnedTechnician === null, visit.pinnedStart !== null);
          return true;
        }
        case 'o': {
          const visit = first === undefined ? undefined : store.getSnapshot().day.visits.get(first);
          if (visit?.technician && visit.status === 'Scheduled') void commands.keepOrder(visit.id, visit.pinnedStart !== null, !visit.keepsOrder);
          return true;
        }
        default: return false;
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [commands, store]);
}

function goTo(pane: string): void {
  if (pane === 'details' && selection().id === null) return;
  const section = document.getElementById(pane);
  const first = section?.querySelector<HTMLElement>('[data-first-focus], [aria-selected="true"], [tabindex="0"]');
  (first ?? section)?.focus();
}
