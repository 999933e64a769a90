import type { AlarmView, UrgencyClass, VisitView } from '../../contract';
import { millis } from '../../shared/time';

/** How a visit stands with what was said about it. `broken` is red, `at-risk` yellow, everything else grey. */
export type Risk = 'broken' | 'at-risk' | 'none';

/** An estimate this close to the end of promise or deadline is at risk. */
const nearMinutes = 10;

/** Whether the visit is still ahead: neither begun nor over. */
export const isAhead = (visit: VisitView) => visit.status === 'Scheduled' || visit.status === 'OnTheWay';

/** Whether nobody has it and somebody should. */
export const isUnassigned = (visit: VisitView) => visit.status === 'Scheduled' && visit.technician === null;

/** Stands on the marks that the server gave, and on promise and deadline where it gave none. */
export function riskOf(visit: VisitView): Risk {
  if (!isAhead(visit)) return 'none';
  if (visit.marks.includes('may-not-have') || visit.marks.includes('promise-broken') || visit.marks.includes('late')) return 'broken';
  if (visit.estimatedArrival === null) return 'none';
  const arrival = millis(visit.estimatedArrival);
  const ends = [visit.promise?.end, visit.deadline].filter(end => end !== null && end !== undefined).map(millis);
  if (ends.some(end => arrival > end)) return 'broken';
  return visit.marks.includes('promise-at-risk') || ends.some(end => end - arrival < nearMinutes * 60_000) ? 'at-risk' : 'none';
}

/** By how many minutes the estimate lies past promise or deadline, whichever is worse; 0 if in time. */
export function lateMinutes(visit: VisitView): number {
  if (visit.estimatedArrival === null) return 0;
  const arrival = millis(visit.estimatedArrival);
  const ends = [visit.promise?.end, visit.deadline].filter(end => end !== null && end !== undefined).map(millis);
  return Math.max(0, ...ends.map(end => Math.round((arrival - end) / 60_000)));
}

/** What stands beside a visit that is late or at risk, as a key of the texts. */
export function riskKey(visit: VisitView): 'mark.may-not-have' | 'visit.lateBy' | 'mark.promise-broken' | 'mark.late' | 'visit.atRisk' {
  if (visit.marks.includes('may-not-have')) return 'mark.may-not-have';
  if (lateMinutes(visit) > 0) return 'visit.lateBy';
  if (visit.marks.includes('promise-broken')) return 'mark.promise-broken';
  return visit.marks.includes('late') ? 'mark.late' : 'visit.atRisk';
}

/** An unanswered alarm of high priority: the only thing that blinks. */
export const isCalling = (alarm: AlarmView) => alarm.acknowledgedAt === null && (alarm.urgency === 'P0' || alarm.urgency === 'P1');

/** Whose name an alarm bears: the patient's, or the technician's where no patient is concerned; empty where neither is. */
export const whom = (alarm: AlarmView, technicians: ReadonlyMap<string, { readonly name: string }>) =>
  alarm.patientName || technicians.get(alarm.technician ?? '')?.name || '';

/** What is open, by class: visits, and alarms for which there is no visit. */
export function countByUrgency(visits: Iterable<VisitView>, alarms: Iterable<AlarmView> = []): Record<UrgencyClass, number> {
  const counts: Record<UrgencyClass, number> = { P0: 0, P1: 0, P2: 0, P3: 0, P4: 0 };
  for (const alarm of alarms) if (alarm.visit === null) counts[alarm.urgency]++;
  for (const visit of visits) if (isAhead(visit) || visit.status === 'Arrived') counts[visit.urgency]++;
  return counts;
}

/** Most urgent first, then by deadline or estimate, then by name. */
export function byUrgency(a: VisitView, b: VisitView): number {
  return a.urgency.localeCompare(b.urgency)
    || (a.deadline ?? a.estimatedArrival ?? '9').localeCompare(b.deadline ?? b.estimatedArrival ?? '9')
    || a.patientName.localeCompare(b.patientName);
}
