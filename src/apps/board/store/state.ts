import type {
  AlarmId, AlarmView, BacklogPlanView, CallTaskId, CallTaskView, ChangeNote, ClockView, ClosureId, ClosureView, DayPartView, DayView, Instant, LocalDate, MessageView, ProposalId, ProposalView,
  RoutePathView, RouteView, TechnicianId, TechnicianView, VisitId, VisitView,
} from '../../contract';

/** What the two feeds of a board have told so far; a value, replaced and never changed. */
export interface BoardState {
  readonly desk: DeskState;
  readonly day: DayState;
}

/** What belongs to the territory and no day. */
export interface DeskState {
  /** The last number seen; -1 asks for a snapshot. */
  readonly number: number;
  readonly alarms: ReadonlyMap<AlarmId, AlarmView>;
  readonly calls: ReadonlyMap<CallTaskId, CallTaskView>;
  /** Newest first. */
  readonly messages: readonly MessageView[];
  readonly backlog: ReadonlyMap<VisitId, VisitView>;
  /** How the planning of the waiting list stands; null until it is known. */
  readonly backlogPlan: BacklogPlanView | null;
  /** Streets that are closed or slower. */
  readonly closures: ReadonlyMap<ClosureId, ClosureView>;
  /** What was learned of the streets; null until it is known. */
  readonly traffic: TrafficVersion | null;
  readonly clock: ClockView | null;
}

/** Names what was learned of the streets. */
export interface TrafficVersion {
  /** Empty while nothing was learned. */
  readonly version: string;
  /** The parts of the day that it is told by. */
  readonly parts: readonly DayPartView[];
}

/** One service day. */
export interface DayState {
  readonly date: LocalDate;
  readonly number: number;
  readonly view: DayView | null;
  readonly technicians: ReadonlyMap<TechnicianId, TechnicianView>;
  readonly routes: ReadonlyMap<TechnicianId, RouteView>;
  readonly paths: ReadonlyMap<TechnicianId, RoutePathView>;
  readonly visits: ReadonlyMap<VisitId, VisitView>;
  readonly proposals: ReadonlyMap<ProposalId, ProposalView>;
  /** Who changed what, newest last; shown for a few seconds. */
  readonly notes: readonly HeardNote[];
}

/** A note with the domain's time at which this board heard it. */
export interface HeardNote {
  readonly note: ChangeNote;
  readonly heardAt: Instant;
}

/** A desk of which nothing has been heard. */
export const emptyDesk: DeskState = {
  number: -1, alarms: new Map(), calls: new Map(), messages: [], backlog: new Map(), backlogPlan: null, closures: new Map(), traffic: null, clock: null,
};

/** A day of which nothing has been heard. */
export function emptyDay(date: LocalDate): DayState {
  return {
    date, number: -1, view: null, technicians: new Map(), routes: new Map(), paths: new Map(), visits: new Map(), proposals: new Map(), notes: [],
  };
}
