import type { PatientAnswerKind, PatientVisitView } from '../contract';
import { dayText, intervalSpoken, intervalText, timeIn } from './interval';
import type { Say } from './texts/texts';

/** What stands on the page; everything is text, so that a change can be told by comparing. */
export interface PageModel {
  state: PatientVisitView['state'];
  title: string;
  day: string | null;
  /** To look at, and to listen to. */
  interval: { shown: string; spoken: string } | null;
  lead: string;
  showsMap: boolean;
  preparation: readonly string[];
  answers: readonly AnswerButton[];
  /** Whether messages can still be steered: not once all is over. */
  steersMessages: boolean;
}

/** One of the large buttons. `said`: what stands there once it was given. */
export interface AnswerButton {
  kind: Extract<PatientAnswerKind, 'AtHome' | 'AnotherTime' | 'Cancel' | 'CallMe' | 'BackupRunning'>;
  label: string;
  said: string | null;
}

/** The page for a visit at a time. Pure: same view, same minute, same page. */
export function pageModel(view: PatientVisitView, nowMs: number, language: string, say: Say): PageModel {
  const { state, timeZone: zone } = view;
  const isAhead = state === 'Expected' || state === 'OnTheWay';
  const interval = isAhead && view.interval
    ? { shown: intervalText(zone, language, view.interval), spoken: intervalSpoken(zone, language, view.interval, say) }
    : null;
  return {
    state,
    ...words(view, interval !== null, language, say),
    day: isAhead && view.date ? dayText(zone, language, view.date, nowMs, say) : null,
    interval,
    showsMap: state === 'OnTheWay' && view.approach != null,
    preparation: isAhead ? view.preparation : [],
    answers: answersFor(view, say),
    steersMessages: isAhead || state === 'ToBeArranged',
  };
}

function words(view: PatientVisitView, hasInterval: boolean, language: string, say: Say): { title: string; lead: string } {
  const together = (lead: string) => (view.technicianCount > 1 ? [lead, say('weAreTwo')].filter(Boolean).join(' ') : lead);
  switch (view.state) {
    case 'Expected':
      if (hasInterval) return { title: say('expectedTitle'), lead: together(say(view.acceptsTexts ? 'expectedLead' : 'expectedLeadNoTexts')) };
      return view.date
        ? { title: say('plannedTitle'), lead: together(say('plannedLead')) }
        : { title: say('openTitle'), lead: say('openLead') };
    case 'OnTheWay': {
      const all = [view.approach, view.secondApproach].filter(each => each != null).map(each => each.estimatedArrival).sort();
      const last = all.at(-1);
      const time = last ? timeIn(view.timeZone, language, last) : '';
      if (view.thereCount > 0) return { title: say('onTheWayTitle'), lead: last ? say('oneThereAround', { time }) : say('oneThere') };
      if (!last) return { title: say('onTheWayTitle'), lead: together('') };
      // Of two, the one who has not set out yet is told nothing of.
      return { title: say('onTheWayTitle'), lead: all.length > 1 ? say('bothAround', { time }) : together(say('onTheWayAround', { time })) };
    }
    case 'Arrived':
      return { title: say('arrivedTitle'), lead: say(view.technicianCount > 1 ? 'bothArrivedLead' : 'arrivedLead') };
    case 'Done':
      return { title: say('doneTitle'), lead: say('doneLead') };
    case 'Cancelled':
      return { title: say('cancelledTitle'), lead: say('cancelledLead') };
    case 'ToBeArranged':
      return { title: say('arrangeTitle'), lead: say('arrangeLead') };
    case 'Expired':
      return { title: say('expiredTitle'), lead: say('expiredLead') };
  }
}

function answersFor(view: PatientVisitView, say: Say): AnswerButton[] {
  const has = (kind: PatientAnswerKind) => view.answered.includes(kind);
  const atHome: AnswerButton = { kind: 'AtHome', label: say('atHome'), said: view.saidAtHome ? say('atHomeSaid') : null };
  const cancel: AnswerButton = { kind: 'Cancel', label: say('cancel'), said: null };
  const callMe: AnswerButton = { kind: 'CallMe', label: say('callMe'), said: has('CallMe') ? say('callMeSaid') : null };
  // Given again at will: what is left of a backup changes by the hour.
  const backup: AnswerButton[] = view.offersBackup
    ? [{ kind: 'BackupRunning', label: say('backup'), said: has('BackupRunning') ? say('backupSaid') : null }]
    : [];
  switch (view.state) {
    case 'Expected':
      return view.date
        ? [atHome, { kind: 'AnotherTime', label: say('anotherTime'), said: null }, cancel, ...backup]
        : [callMe, cancel, ...backup];
    case 'OnTheWay':
      // Someone is driving already: another time is a matter for a call.
      return [atHome, cancel, ...backup];
    case 'ToBeArranged':
      return [callMe, ...backup];
    case 'Cancelled':
      return [callMe];
    case 'Arrived':
    case 'Done':
    case 'Expired':
      return [];
  }
}

/** The sentence that a screen reader hears when the page has changed; none when nothing of weight has. */
export function announcement(before: PageModel | null, after: PageModel): string | null {
  if (!before) return null;
  const same = before.state === after.state && before.interval?.shown === after.interval?.shown && before.day === after.day;
  if (same) return null;
  return [after.title, after.day, after.interval?.spoken].filter(Boolean).join(', ');
}
