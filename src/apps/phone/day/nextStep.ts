import type { TechnicianDayView, TechnicianFact, TechnicianStop } from '../../contract';
import { isClosed } from './withReports';

/** The one thing to do next; the button at the thumb says it. */
export type NextStep =
  | { kind: 'start-duty' }
  | { kind: 'end-break' }
  | { kind: 'set-out'; stop: TechnicianStop }
  | { kind: 'arrive'; stop: TechnicianStop }
  | { kind: 'finish'; stop: TechnicianStop }
  | { kind: 'end-duty' }
  | { kind: 'resume-duty' }
  | { kind: 'out' };

/** The stop that fills the screen: the one under way, else the first that is ahead; none once all are closed. */
export function nextStop(stops: readonly TechnicianStop[]): TechnicianStop | null {
  return (
    stops.find(each => each.stop.state === 'Arrived') ??
    stops.find(each => each.stop.state === 'OnTheWay') ??
    stops.find(each => !isClosed(each.stop.state)) ??
    null
  );
}

/** What to do next, in the whole day. */
export function nextStep(view: TechnicianDayView): NextStep {
  switch (view.duty) {
    case 'OffDuty':
      return { kind: 'start-duty' };
    case 'OnBreak':
      return { kind: 'end-break' };
    case 'Ended':
      return { kind: 'resume-duty' };
    case 'Out':
      return { kind: 'out' };
    case 'OnDuty': {
      const stop = nextStop(view.stops);
      return stop ? stepAt(stop) : { kind: 'end-duty' };
    }
  }
}

/** What to do next at a stop that is not closed. */
export function stepAt(stop: TechnicianStop): NextStep & { stop: TechnicianStop } {
  switch (stop.stop.state) {
    case 'Arrived':
      return { kind: 'finish', stop };
    case 'OnTheWay':
      return { kind: 'arrive', stop };
    default:
      return { kind: 'set-out', stop };
  }
}

/** The fact that a step reports; none where it asks for a word first, or nothing can be done. */
export function factOf(step: NextStep): TechnicianFact | null {
  switch (step.kind) {
    case 'start-duty':
    case 'resume-duty':
      return { kind: 'duty-started' };
    case 'end-break':
      return { kind: 'break-ended' };
    case 'end-duty':
      return { kind: 'duty-ended' };
    case 'set-out':
      return { kind: 'set-out', visit: step.stop.stop.visit };
    case 'arrive':
      return { kind: 'arrived', visit: step.stop.stop.visit };
    case 'finish':
    case 'out':
      return null;
  }
}
