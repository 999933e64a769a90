import {
  ask, freshId, Refused, send, Unreachable, type AlarmStep, type CloseStreets, type ClosureId, type ClosureView, type CommandResult, type EditVisit, type InsertionOption, type MarkTechnicianOut,
  type MoveVisits, type OffersAnswer, type OptionsAnswer, type PlanComparison, type Reason, type ReportPartMissing, type RequestVisit, type RescheduleVisit, type TriageRequest, type TriageView, type VisitBooked, type VisitId, type WhatIf,
} from '../../contract';
import type { BoardStore } from '../store/boardStore';
import { tell } from '../store/notices';
import { countedAhead } from './countedAhead';
import { namedFrom } from './namedFrom';

/** What a dispatcher can do; each tells what became of it, and gives false when it was refused or no answer came. */
export type Commands = ReturnType<typeof commandsFor>;

/** The commands of one desk. */
export function commandsFor(store: BoardStore) {
  const territory = () => `/api/territories/${encodeURIComponent(store.territory)}`;
  const day = () => `/api/days/${encodeURIComponent(store.territory)}/${store.getSnapshot().day.date}`;
  const visit = (id: VisitId) => `/api/visits/${encodeURIComponent(id)}`;
  const post = (path: string, body: unknown, done: string | null, canUndo = false) =>
    attempt(() => send<CommandResult | null>('POST', path, body), done, canUndo ? undoLast : null);
  const undoLast = () => void post(`${day()}/undo`, { change: null }, 'done.undone');
  const closures = (id = '') => `${territory()}/closures${id && `/${encodeURIComponent(id)}`}`;
  const closeStreets = (closure: CloseStreets): Promise<boolean> => {
    // The command's id is the closure's: so it can be taken back before the feed has told of it.
    const id = freshId();
    return attempt(() => retried(() => send<CommandResult>('POST', closures(), closure, { id })), 'done.closed', () => void reopen(id, null));
  };
  const reopen = (id: ClosureId, undo: (() => void) | null) => attempt(() => send<CommandResult>('DELETE', closures(id)), 'done.reopened', undo);

  // Once booked a visit waits no more, and its day may be another than the one that is shown: what it is called is known before.
  const takeBacklog = async (proposal: string, visits: readonly VisitId[] | null): Promise<string | null> => {
    const [id, named] = [freshId(), namedFrom(store.getSnapshot().desk.backlog)];
    const isDone = await attempt(() => retried(() => send<CommandResult>('POST', `${territory()}/backlog/take`, { proposal, visits }, { id })), 'done.bookedDays', () => void undoBacklog(id, named), named);
    return isDone ? id : null;
  };
  const undoBacklog = (booking: string, named: (remark: Reason) => Reason = namedFrom(store.getSnapshot().desk.backlog)): Promise<boolean> => {
    const id = freshId();
    return attempt(() => retried(() => send<CommandResult>('POST', `${territory()}/backlog/undo`, { booking }, { id })), 'done.waitAgain', null, named);
  };

  return {
    /** Shows the move at once, sends it, and takes it back visibly when it is refused. */
    async move(move: MoveVisits, startMs: number | null = null): Promise<boolean> {
      const id = freshId();
      const sent = countedAhead(move, store.getSnapshot().day.routes);
      store.foresee({ id, move, startMs, acceptedVersion: null });
      return attempt(async () => {
        try {
          const result = await retried(() => send<CommandResult>('POST', `${day()}/moves`, sent, { id }));
          store.settle(id, result.version);
          return result;
        } catch (error) {
          store.takeBack(id);
          throw error;
        }
      }, 'done.moved', undoLast);
    },
    pin: (id: VisitId, toTechnician: boolean, toStart: boolean) =>
      post(`${day()}/pins`, { visit: id, toTechnician, toStart, keepsOrder: false }, toTechnician || toStart ? 'done.pinned' : 'done.unpinned', true),
    keepOrder: (id: VisitId, toStart: boolean, keepsOrder: boolean) =>
      post(`${day()}/pins`, { visit: id, toTechnician: keepsOrder, toStart, keepsOrder }, keepsOrder ? 'done.orderKept' : 'done.orderFree', true),
    edit: (id: VisitId, edit: EditVisit) => attempt(() => send<CommandResult>('PATCH', visit(id), edit), 'done.edited'),
    reschedule: (id: VisitId, to: RescheduleVisit) => post(`${visit(id)}/reschedule`, to, 'done.rescheduled'),
    cancel: (id: VisitId, reason: string) => post(`${visit(id)}/cancel`, { reason }, 'done.cancelled'),
    markOut: (out: MarkTechnicianOut) => post(`${day()}/out`, out, 'done.out'),
    markBack: (technician: string) => post(`${day()}/back`, { technician }, 'done.back'),
    prefer: (patient: string, technicians: readonly string[]) =>
      attempt(() => send<CommandResult>('PUT', `/api/patients/${encodeURIComponent(patient)}/preferred`, { technicians }), 'done.edited'),
    write: (technician: string, text: string) => post(`${territory()}/messages`, { technician, text }, 'done.written'),
    undo: (change: string | null = null) => post(`${day()}/undo`, { change }, 'done.undone'),
    redo: (change: string | null = null) => post(`${day()}/redo`, { change }, 'done.redone'),
    publish: () => post(`${day()}/publish`, {}, 'done.published'),
    answerProposal: (proposal: string, isAccepted: boolean, visits: readonly VisitId[] | null) =>
      post(`${day()}/proposals`, { proposal, isAccepted, visits }, isAccepted ? 'done.accepted' : 'done.rejected', isAccepted),
    planBacklog: (days: number | null = null) => post(`${territory()}/backlog/plan`, { days }, null),
    takeBacklog,
    undoBacklog,
    dismissBacklog: (proposal: string) => attempt(() => send<CommandResult>('DELETE', `${territory()}/backlog/proposals/${encodeURIComponent(proposal)}`), null),
    alarmStep: (alarm: string, step: AlarmStep, remark = '') => post(`${territory()}/alarms/steps`, { alarm, step, remark }, null),
    callOutcome: (task: string, outcome: string, remark: string) => post(`${territory()}/calls/outcomes`, { task, outcome, remark }, 'done.called'),
    reportPartMissing: (report: ReportPartMissing) => post(`${day()}/part-missing`, report, 'done.partMissing'),
    closeStreets,
    /** Opens them again; taken back, they are closed as they were. */
    reopenStreets: ({ id, shape, isArea, factor, until, reason }: ClosureView) =>
      reopen(id, () => void closeStreets({ shape, isArea, factor, until, reason })),
    setSpeed: (speed: number) => attempt(() => send<CommandResult | null>('PUT', '/api/clock/speed', { speed }), null),

    /** What a call means. Changes nothing; throws what the caller shows in the form. */
    triage: (request: TriageRequest, signal: AbortSignal) =>
      send<TriageView>('POST', '/api/triage', request, { signal }),
    /** The three best places. Changes nothing. */
    options: (request: RequestVisit, signal: AbortSignal) =>
      send<OptionsAnswer>('POST', '/api/visits/options', { request }, { signal }),
    /** Makes the visit and inserts it; also when the option is gone, and then the answer says what differs. Throws. */
    book: (id: string, request: RequestVisit, option: InsertionOption | null, planVersion: number | null) =>
      retried(() => send<VisitBooked>('POST', '/api/visits', { request, option, planVersion }, { id })),
    /** The best intervals for a caller, spread over the coming days. Changes nothing; throws. */
    offers: (request: RequestVisit, count: number, signal: AbortSignal) =>
      send<OffersAnswer>('POST', '/api/visits/offers', { request, count, days: null }, { signal }),
    /** The same for a visit that there is already. */
    offersFor: (id: VisitId, count: number, signal: AbortSignal) =>
      send<OffersAnswer>('POST', `${visit(id)}/offers`, { count, days: null }, { signal }),
    /** What would become of the day. Changes nothing; throws. */
    whatIf: (asked: WhatIf, signal: AbortSignal) => {
      const moves = asked.moves?.map(move => countedAhead(move, store.getSnapshot().day.routes)) ?? null;
      return send<PlanComparison>('POST', `${day()}/what-if`, { ...asked, moves }, { signal });
    },
    read: ask,
  };
}

// An answer that was lost is asked for once more with the same id, which changes nothing if the first one arrived.
async function retried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return work();
  }
}

async function attempt(work: () => Promise<CommandResult | null>, done: string | null, undo: (() => void) | null = null, named = (remark: Reason): Reason => remark): Promise<boolean> {
  try {
    const result = await work();
    if (done) tell('done', done, undo, result?.remarks.map(named) ?? []);
    return true;
  } catch (error) {
    tell('refused', reasonOf(error));
    return false;
  }
}

/** What to tell of an error: the server's reason, or that it cannot be reached. */
export function reasonOf(error: unknown): string | Reason {
  if (error instanceof Refused) return error.reason.text ? error.reason : 'refused.unknown';
  if (error instanceof Unreachable) return 'refused.unreachable';
  throw error;
}
