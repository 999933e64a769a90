import type { PatientAnswerKind, PatientVisitView } from '../contract';
import { askAnotherTime } from './answers/anotherTime';
import { askBackup } from './answers/backup';
import { askCancel } from './answers/cancel';
import { ask } from './answers/dialog';
import { askNoMore, askSomeoneElse } from './answers/messages';
import { answerOf, sender, type Send } from './answers/send';
import { approachPart } from './approach/approachPart';
import { h, part } from './dom';
import { timeIn } from './interval';
import { type AnswerButton, announcement, pageModel, type PageModel } from './pageModel';
import { type Language, languageFor, languages, sayIn, type Say } from './texts/texts';

/** The page: shows one visit, and takes answers. */
export interface Page {
  came(view: PatientVisitView): void;
  /** No visit belongs to this browser's link. */
  showNoLink(): void;
  /** Whether news can come; when not, the page says how old it is. */
  connected(isConnected: boolean): void;
}

/** Builds the page into `root`. `nowMs` is the domain's now. */
export function createPage(root: HTMLElement, nowMs: () => number): Page {
  const live = h('p', { class: 'heard', role: 'status', 'aria-live': 'polite' });
  const parts = {
    languages: part('header', 'languages'),
    visit: part('section', 'visit'),
    approach: approachPart(),
    preparation: part('section', 'preparation'),
    answers: part('section', 'answers'),
    messages: part('section', 'messages'),
    foot: part('footer', 'foot'),
  };
  const status = h('p', { class: 'status', role: 'status' });
  const main = h('main', {}, parts.visit.element, parts.approach.element, parts.preparation.element, parts.answers.element, status, parts.messages.element);
  root.replaceChildren(parts.languages.element, main, parts.foot.element, live);

  let view: PatientVisitView | null = null;
  /** What was answered here: the server's view need not repeat it. */
  const given = new Set<PatientAnswerKind>();
  let language: Language = languageFor(navigator.language);
  let chosen = false;
  let model: PageModel | null = null;
  let offlineSinceMs: number | null = null;
  let empty: 'no-link' | 'waiting' = 'waiting';

  const say: Say = (key, values) => sayIn(language)(key, values);
  const send: Send = (() => {
    const direct = sender(say, text => (status.textContent = text), answer => note(answer.kind));
    return answer => direct(answer);
  })();

  /** What was taken stands on the page at once; the server's own view follows and says the same. */
  function note(kind: PatientAnswerKind) {
    if (!view) return;
    if (kind === 'AtHome') view = { ...view, saidAtHome: true };
    if (kind === 'Cancel') view = { ...view, state: 'Cancelled' };
    if (kind === 'NoMoreMessages') view = { ...view, acceptsTexts: false };
    given.add(kind);
    view = withGiven(view);
    draw();
  }

  const withGiven = (from: PatientVisitView): PatientVisitView => ({ ...from, answered: [...new Set([...from.answered, ...given])] });

  function draw() {
    document.documentElement.lang = language;
    document.title = say('pageTitle');
    drawLanguages();
    if (!view) return;
    const next = pageModel(view, nowMs(), language, say);
    const news = announcement(model, next);
    if (news) live.textContent = say('nowSays', { text: news });
    model = next;
    drawVisit(next);
    parts.approach.show(next.showsMap ? view : null, language, say, nowMs);
    parts.preparation.show([language, next.preparation], () =>
      next.preparation.length === 0 ? [] : [h('h2', {}, say('prepareTitle')), h('ul', {}, ...next.preparation.map(line => h('li', {}, line)))]);
    parts.answers.show([language, next.answers], () =>
      next.answers.length === 0 ? [] : [h('h2', { class: 'heard' }, say('answersTitle')), ...next.answers.map(answerButton)]);
    drawMessages(next);
    drawFoot(view.callNumber);
  }

  function drawVisit(next: PageModel) {
    const offline = offlineSinceMs !== null && view ? say('offline', { time: timeIn(view.timeZone, language, offlineSinceMs) }) : '';
    parts.visit.show([language, next.title, next.day, next.interval, next.lead, offline, next.state], () => [
      h('h1', {}, next.title),
      ...(next.day ? [h('p', { class: 'day' }, next.day)] : []),
      ...(next.interval
        ? [h('p', { class: 'interval' }, h('span', { 'aria-hidden': 'true' }, next.interval.shown), h('span', { class: 'heard' }, next.interval.spoken))]
        : []),
      ...(next.lead ? [h('p', { class: 'lead' }, next.lead)] : []),
      ...(offline ? [h('p', { class: 'offline', role: 'status' }, offline)] : []),
    ]);
  }

  function answerButton({ kind, label, said }: AnswerButton) {
    const shown = said ?? label;
    return h(
      'button',
      { type: 'button', class: said ? 'answer said' : 'answer', 'data-key': kind, disabled: said !== null && kind !== 'BackupRunning', onclick: () => press(kind) },
      ...(said ? [h('span', { class: 'tick', 'aria-hidden': 'true' }, '✓')] : []),
      shown,
    );
  }

  function press(kind: AnswerButton['kind']) {
    if (!view) return;
    switch (kind) {
      case 'AtHome':
      case 'CallMe':
        void send(answerOf(kind));
        break;
      case 'AnotherTime':
        openAnotherTime();
        break;
      case 'Cancel': {
        const canMove = model?.answers.some(each => each.kind === 'AnotherTime') ?? false;
        openQuestion('cancelTitle', (question, sendHere) => askCancel(question, say, sendHere, canMove ? openAnotherTime : null));
        break;
      }
      case 'BackupRunning':
        openQuestion('backupTitle', (question, sendHere) => askBackup(question, say, sendHere));
        break;
    }
  }

  function openAnotherTime() {
    const visit = view;
    if (visit) openQuestion('anotherTimeTitle', (question, sendHere) => void askAnotherTime(question, visit, language, nowMs, say, sendHere));
  }

  /** What is sent from a question says how it went inside it; once it is closed, on the page. */
  function openQuestion(title: Parameters<Say>[0], fill: (question: ReturnType<typeof ask>, send: Send) => void) {
    const question = ask(say(title), say);
    fill(question, sender(say, text => {
      question.tell(text);
      status.textContent = text;
    }, answer => note(answer.kind)));
  }

  function drawMessages(next: PageModel) {
    parts.messages.show([language, next.steersMessages, view?.acceptsTexts, view?.answered.includes('TellSomeoneElse')], () => {
      if (!next.steersMessages || !view) return [];
      const toldElse = view.answered.includes('TellSomeoneElse');
      return [
        h('h2', {}, say('moreTitle')),
        ...(toldElse ? [h('p', {}, say('someoneElseSaid'))] : []),
        ...(view.acceptsTexts
          ? [link('noMore', () => openQuestion('noMoreTitle', (question, sendHere) => askNoMore(question, say, sendHere)))]
          : [h('p', {}, say('noMoreSaid'))]),
        link('someoneElse', () => openQuestion('someoneElseTitle', (question, sendHere) => askSomeoneElse(question, say, sendHere))),
      ];
    });
  }

  const link = (key: Parameters<Say>[0], press: () => void) =>
    h('button', { type: 'button', class: 'quiet', 'data-key': key, onclick: press }, say(key));

  function drawFoot(number: string) {
    parts.foot.show([language, number], () =>
      number ? [h('a', { class: 'call', href: `tel:${number.replace(/[^\d+]/g, '')}` }, say('call', { number: number.replaceAll(' ', '\u00a0') }))] : []);
  }

  function drawLanguages() {
    parts.languages.show(language, () => [
      h('nav', { 'aria-label': say('language') }, ...Object.entries(languages).map(([tag, name]) =>
        h('button', { type: 'button', class: 'language', lang: tag, 'data-key': tag, 'aria-pressed': String(tag === language), onclick: () => choose(tag as Language) }, name))),
    ]);
  }

  function choose(tag: Language) {
    if (tag === language) return;
    chosen = true;
    language = tag;
    model = null;
    draw();
    if (view) void send(answerOf('Language', { contact: tag })).then(() => (status.textContent = ''));
    else drawEmpty();
  }

  /** A page without a visit: the link does not work, or nothing could be read yet. */
  function drawEmpty() {
    draw();
    const [title, lead] = empty === 'no-link' ? (['unknownTitle', 'unknownLead'] as const) : (['waitingTitle', 'waitingLead'] as const);
    parts.visit.show([language, empty], () => [h('h1', {}, say(title)), h('p', { class: 'lead' }, say(lead))]);
  }

  return {
    came(news) {
      if (view && news.number < view.number && news.state === view.state) return;
      if (view && view.state !== news.state) status.textContent = '';
      view = withGiven(news);
      if (!chosen) language = languageFor(news.language);
      draw();
    },
    showNoLink() {
      empty = 'no-link';
      if (!view) drawEmpty();
    },
    connected(isConnected) {
      offlineSinceMs = isConnected ? null : (offlineSinceMs ?? nowMs());
      if (view) draw();
      else if (!isConnected) drawEmpty();
    },
  };
}
