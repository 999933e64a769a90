import { h } from './dom';
import { languageFor, sayIn } from './texts/texts';

/** Says that something broke, above what is still right on the page, with a way on. Said once. */
export function showProblem(root: HTMLElement): void {
  if (document.querySelector('.problem')) return;
  const say = sayIn(languageFor(document.documentElement.lang));
  root.before(
    h('div', { class: 'problem', role: 'alert' },
      h('strong', {}, say('brokenTitle')),
      h('p', {}, say('brokenLead')),
      h('button', { type: 'button', class: 'quiet', onclick: () => location.reload() }, say('reload'))),
  );
}
