import { h } from '../dom';
import type { Say } from '../texts/texts';

/** A question over the page, and how to close it. */
export interface Question {
  /** Replaces what stands below the heading. */
  show(...content: Node[]): void;
  /** Says something at the foot; read aloud. */
  tell(text: string): void;
  close(): void;
}

/** Asks over the page: a native dialog, so that focus, Escape and the back gesture do what people expect. */
export function ask(title: string, say: Say): Question {
  const body = h('div', { class: 'question-body' });
  const status = h('p', { class: 'status', role: 'status' });
  const back = h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, say('back'));
  const heading = h('h2', { id: 'question', tabindex: -1 }, title);
  const dialog = h('dialog', { 'aria-labelledby': 'question' }, heading, body, status, back);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
  return {
    show: (...content) => body.replaceChildren(...content),
    tell: text => (status.textContent = text),
    close: () => dialog.close(),
  };
}

/** A large button inside a question. */
export function choice(label: string, press: () => void, kind = 'answer'): HTMLButtonElement {
  return h('button', { type: 'button', class: kind, onclick: press }, label);
}
