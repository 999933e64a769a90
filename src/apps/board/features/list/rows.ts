import type { AlarmView, CallTaskView, MessageView, ProposalView, UrgencyClass, VisitView } from '../../../contract';
import { lastDayOf } from '../../parts/days';
import type { BoardSnapshot } from '../../store/boardStore';
import { byUrgency, isAhead, isUnassigned, riskOf } from '../../store/risk';
import type { ListName } from '../../store/selection';

/** One row of the list. `head` names what follows and how many; `none` says what would be here. */
export type Row =
  | { kind: 'head'; key: string; title: string; count: number }
  | { kind: 'day'; key: string; date: string | null; count: number }
  | { kind: 'none'; key: string; text: string }
  | { kind: 'alarm'; key: string; alarm: AlarmView }
  | { kind: 'call'; key: string; call: CallTaskView }
  | { kind: 'proposal'; key: string; proposal: ProposalView }
  | { kind: 'visit'; key: string; visit: VisitView }
  | { kind: 'message'; key: string; message: MessageView };

/** What narrows the list. Empty sets narrow nothing. */
export interface Filter {
  readonly text: string;
  readonly urgencies: ReadonlySet<UrgencyClass>;
  /** Only visits that are neither done nor cancelled. */
  readonly isOpenOnly: boolean;
}

/** The rows of one list, in the order in which they want attention. */
export function rowsOf(list: ListName, board: BoardSnapshot, filter: Filter): Row[] {
  switch (list) {
    case 'attention': return attention(board, filter);
    case 'visits': return allVisits(board, filter);
    case 'backlog': return backlog(board, filter);
    case 'inbox': return inbox(board, filter);
  }
}

/** How many things the attention list holds. */
export function attentionCount(board: BoardSnapshot): number {
  const visits = [...board.foreseen.visits.values()];
  return board.desk.alarms.size + board.desk.calls.size + board.day.proposals.size
    + visits.filter(visit => isUnassigned(visit) || riskOf(visit) === 'broken').length;
}

function attention(board: BoardSnapshot, filter: Filter): Row[] {
  const visits = [...board.foreseen.visits.values()].filter(visit => matches(visit, filter)).sort(byUrgency);
  const unassigned = visits.filter(isUnassigned);
  const late = visits.filter(visit => !isUnassigned(visit) && riskOf(visit) === 'broken');
  const soon = visits.filter(visit => !isUnassigned(visit) && riskOf(visit) === 'at-risk');
  const alarms = [...board.desk.alarms.values()].sort(byAlarm).filter(alarm => has(filter, alarm.urgency, [alarm.patientName, alarm.what.text]));
  const calls = [...board.desk.calls.values()].sort((a, b) => a.urgency.localeCompare(b.urgency) || a.dueAt.localeCompare(b.dueAt)).filter(call => has(filter, call.urgency, [call.callName, call.why.text]));
  return [
    ...group('alarms', alarms.map(alarm => ({ kind: 'alarm', key: `a/${alarm.id}`, alarm }))),
    ...group('unassigned', unassigned.map(visitRow), board.foreseen.visits.size === 0 ? 'visits' : 'unassigned'),
    ...group('late', late.map(visitRow)),
    ...group('calls', calls.map(call => ({ kind: 'call', key: `c/${call.id}`, call }))),
    ...(soon.length > 0 ? group('atRisk', soon.map(visitRow)) : []),
    ...(board.day.proposals.size > 0
      ? group('proposals', [...board.day.proposals.values()].map(proposal => ({ kind: 'proposal', key: `p/${proposal.id}`, proposal }))) : []),
  ];
}

function allVisits(board: BoardSnapshot, filter: Filter): Row[] {
  const visits = [...board.foreseen.visits.values()].filter(visit => matches(visit, filter))
    .sort((a, b) => (a.estimatedArrival ?? '').localeCompare(b.estimatedArrival ?? '') || byUrgency(a, b));
  return visits.length > 0 ? visits.map(visitRow) : [{ kind: 'none', key: 'none', text: board.foreseen.visits.size > 0 ? 'filtered' : 'visits' }];
}

function backlog(board: BoardSnapshot, filter: Filter): Row[] {
  const visits = [...board.desk.backlog.values()].filter(visit => matches(visit, filter))
    .sort((a, b) => (lastDayOf(a) ?? '9').localeCompare(lastDayOf(b) ?? '9') || byUrgency(a, b));
  if (visits.length === 0) return [{ kind: 'none', key: 'none', text: board.desk.backlog.size > 0 ? 'filtered' : 'backlog' }];
  const rows: Row[] = [];
  for (const visit of visits) {
    const last = rows.findLast(row => row.kind === 'day');
    const date = lastDayOf(visit);
    if (last?.kind !== 'day' || last.date !== date)
      rows.push({ kind: 'day', key: `d/${date}`, date, count: visits.filter(other => lastDayOf(other) === date).length });
    rows.push(visitRow(visit));
  }
  return rows;
}

function inbox(board: BoardSnapshot, filter: Filter): Row[] {
  const wanted = filter.text.toLowerCase();
  const messages = board.desk.messages.filter(message => message.text.toLowerCase().includes(wanted));
  return messages.length > 0
    ? messages.map(message => ({ kind: 'message', key: `m/${message.id}`, message }))
    : [{ kind: 'none', key: 'none', text: 'inbox' }];
}

const visitRow = (visit: VisitView): Row => ({ kind: 'visit', key: `v/${visit.id}`, visit });

function group(title: string, rows: Row[], whenNone = title): Row[] {
  return [{ kind: 'head', key: `h/${title}`, title, count: rows.length }, ...(rows.length > 0 ? rows : [{ kind: 'none', key: `n/${title}`, text: whenNone } as Row])];
}

function matches(visit: VisitView, filter: Filter): boolean {
  if (filter.isOpenOnly && !isAhead(visit) && visit.status !== 'Arrived' && visit.status !== 'Backlog') return false;
  return has(filter, visit.urgency, [visit.patientName, visit.typeName, visit.address.street, visit.address.city, visit.note]);
}

function has(filter: Filter, urgency: UrgencyClass, texts: readonly string[]): boolean {
  if (filter.urgencies.size > 0 && !filter.urgencies.has(urgency)) return false;
  const wanted = filter.text.trim().toLowerCase();
  return wanted === '' || texts.some(text => text.toLowerCase().includes(wanted));
}

// Unanswered before answered, then by class, then the oldest first.
function byAlarm(a: AlarmView, b: AlarmView): number {
  return Number(a.acknowledgedAt !== null) - Number(b.acknowledgedAt !== null) || a.urgency.localeCompare(b.urgency) || a.raisedAt.localeCompare(b.raisedAt);
}
