import type { BacklogProposal, LocalDate, ProposedDay, Reason, VisitView } from '../../../contract';
import { lastDayOf } from '../../parts/days';

/** A visit that waits, with what the planner said of it: a day, or why it stays; neither where it has not been planned. */
export interface Waiting {
  readonly visit: VisitView;
  readonly proposed: ProposedDay | null;
  readonly why: readonly Reason[];
}

/** Those that match the text: those with a day first, by day and time; then by their last day. */
export function waitingOf(backlog: ReadonlyMap<string, VisitView>, proposal: BacklogProposal | null, text: string): Waiting[] {
  const proposed = new Map(proposal?.visits.map(day => [day.visit, day]));
  const staying = new Map(proposal?.staying.map(visit => [visit.visit, visit.why]));
  const wanted = text.trim().toLowerCase();
  return [...backlog.values()]
    .filter(visit => wanted === '' || [visit.patientName, visit.typeName, visit.address.street, visit.address.city, visit.note].some(known => known.toLowerCase().includes(wanted)))
    .map(visit => ({ visit, proposed: proposed.get(visit.id) ?? null, why: staying.get(visit.id) ?? [] }))
    .sort((a, b) => Number(a.proposed === null) - Number(b.proposed === null)
      || (a.proposed?.arriveAt ?? '').localeCompare(b.proposed?.arriveAt ?? '')
      || (lastDayOf(a.visit) ?? '9').localeCompare(lastDayOf(b.visit) ?? '9')
      || a.visit.id.localeCompare(b.visit.id));
}

/** The days of a proposal to which visits go, with how many. */
export function daysOf(proposal: BacklogProposal): readonly { readonly date: LocalDate; readonly count: number }[] {
  return proposal.days.map(date => ({ date, count: proposal.visits.filter(visit => visit.date === date).length })).filter(day => day.count > 0);
}
