import type { TechnicianDayView, TechnicianFact, TechnicianStop } from '../../contract';
import type { OutboxItem } from '../outbox/outboxItem';

/**
 * The day as the technician knows it: the server's view with everything that was reported since laid over it.
 *
 * Pure, and it may be applied to a view that contains some of the reports already: a stop only moves on
 * (planned → on the way → arrived → closed), so a report that the server has taken changes nothing here.
 */
export function withReports(view: TechnicianDayView, items: readonly OutboxItem[]): TechnicianDayView {
  return items
    .filter(item => item.technician === view.technician)
    .sort((a, b) => a.seq - b.seq)
    .reduce(overlay, view);
}

function overlay(view: TechnicianDayView, item: OutboxItem): TechnicianDayView {
  switch (item.report.kind) {
    case 'fact':
      return withFact(view, item.report.fact, item.occurredAt);
    case 'answer':
      return view.change && view.change.number <= item.report.answer.number ? { ...view, change: null } : view;
    case 'message':
      return view;
  }
}

function withFact(view: TechnicianDayView, fact: TechnicianFact, at: string): TechnicianDayView {
  switch (fact.kind) {
    case 'duty-started':
      return { ...view, duty: 'OnDuty' };
    case 'duty-ended':
      return { ...view, duty: 'Ended' };
    case 'break-started':
      return { ...view, duty: 'OnBreak', breakStart: at };
    case 'break-ended':
      return { ...view, duty: 'OnDuty' };
    case 'set-out':
      return withStop(view, fact.visit, stop => setOut(stop, at));
    case 'arrived':
      return withStop(view, fact.visit, stop => arrived(stop, at));
    case 'finished':
      return withStop(view, fact.visit, stop => closed(stop, 'Done', at));
    case 'cannot-do':
      return withStop(view, fact.visit, stop => closed(stop, 'CouldNotBeDone', at));
    case 'runs-late':
      // The times are the plan's to change: shifting them here too would count the delay twice once the server has it.
      return view;
  }
}

function withStop(view: TechnicianDayView, visit: string, move: (stop: TechnicianStop['stop']) => TechnicianStop['stop']) {
  // A stop that has left the route keeps its report in the outbox all the same: a fact is never dropped.
  const stops = view.stops.map(each => (each.stop.visit === visit ? { ...each, stop: move(each.stop) } : each));
  return { ...view, stops };
}

function setOut(stop: TechnicianStop['stop'], at: string): TechnicianStop['stop'] {
  if (stop.state !== 'Planned') return stop;
  const arriveAt = later(at, stop.driveSeconds);
  const startAt = arriveAt > normal(stop.startAt) ? arriveAt : normal(stop.startAt);
  return { ...stop, state: 'OnTheWay', departAt: at, arriveAt, startAt, endAt: later(startAt, workSeconds(stop)) };
}

function arrived(stop: TechnicianStop['stop'], at: string): TechnicianStop['stop'] {
  if (stop.state !== 'Planned' && stop.state !== 'OnTheWay') return stop;
  return { ...stop, state: 'Arrived', arriveAt: at, startAt: at, endAt: later(at, workSeconds(stop)) };
}

function closed(stop: TechnicianStop['stop'], state: 'Done' | 'CouldNotBeDone', at: string): TechnicianStop['stop'] {
  return isClosed(stop.state) ? stop : { ...stop, state, endAt: at };
}

/** Whether nothing more is to be done at a stop. */
export const isClosed = (state: TechnicianStop['stop']['state']): boolean => state === 'Done' || state === 'CouldNotBeDone';

const workSeconds = (stop: TechnicianStop['stop']) => (Date.parse(stop.endAt) - Date.parse(stop.startAt)) / 1000;
const later = (at: string, seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();
const normal = (at: string) => new Date(at).toISOString();
