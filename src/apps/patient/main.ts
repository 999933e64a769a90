import '../shared/tokens.css';
import './patient.css';
import { followVisit } from './feed';
import { readVisit } from './link';
import { createPage } from './page';
import { domainClock } from './clock';
import { showProblem } from './problem';

const root = document.getElementById('page');
if (root) void start(root);

async function start(element: HTMLElement) {
  addEventListener('error', () => showProblem(element));
  addEventListener('unhandledrejection', () => showProblem(element));
  const clock = domainClock();
  const page = createPage(element, clock.nowMs);
  const first = await readVisit();
  if (first.kind === 'no-link') {
    page.showNoLink();
    return;
  }
  if (first.kind === 'ok') page.came(first.value);
  page.connected(first.kind === 'ok');
  // After the first paint: reading the page must not wait for what keeps it fresh.
  requestAnimationFrame(() => setTimeout(() => {
    void clock.read().then(() => first.kind === 'ok' && page.came(first.value));
    void followVisit(page);
  }));
}
