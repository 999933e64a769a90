// By hand until the server's document is there; then generated.ts takes its place.

/** An instant, ISO 8601 in UTC. */
export type Instant = string;
/** yyyy-MM-dd */
export type LocalDate = string;
/** HH:mm:ss */
export type LocalTime = string;
export type IsoDayOfWeek = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';
export type AlarmId = string;
export type CallTaskId = string;
export type CommandId = string;
export type DepotId = string;
export type EquipmentId = string;
export type MessageId = string;
export type PartId = string;
export type PatientId = string;
export type ProposalId = string;
export type SkillId = string;
export type TechnicianId = string;
export type TerritoryId = string;
export type VisitId = string;
export type VisitTypeId = string;
export type VisitUnderWay = 'FinishedFirst' | 'HandedOn';
export type StopState = 'Planned' | 'OnTheWay' | 'Arrived' | 'Done' | 'CouldNotBeDone';
export type PatientAnswerKind = 'AtHome' | 'AnotherTime' | 'CallMe' | 'Cancel' | 'BackupRunning' | 'NoMoreMessages' | 'TellSomeoneElse' | 'Language';
export type AlarmStep = 'Acknowledge' | 'EmergencyCalled' | 'CalledBack' | 'Close';
export type MessageAudience = 'Patient' | 'Technician' | 'Desk';
export type Role = 'Dispatcher' | 'Technician' | 'Clinician' | 'Administrator' | 'Patient' | 'House';
export type PatientPageState = 'Expected' | 'OnTheWay' | 'Arrived' | 'Done' | 'Cancelled' | 'ToBeArranged' | 'Expired';
export type VisitStatus = 'Backlog' | 'Scheduled' | 'OnTheWay' | 'Arrived' | 'Done' | 'CouldNotBeDone' | 'Cancelled';
export type EquipmentState = 'Ready' | 'InUse' | 'Faulty' | 'Quarantined' | 'Retired';
export type DutyState = 'OffDuty' | 'OnDuty' | 'OnBreak' | 'Ended' | 'Out';
export type FailureKind = 'None' | 'DeviceFailed' | 'DeviceAlarm' | 'PowerCut' | 'SupplyLow';
export type UrgencyClass = 'P0' | 'P1' | 'P2' | 'P3' | 'P4';
export type Dependence = 'None' | 'Supporting' | 'LifeSupporting';
export type Answer = 'Unknown' | 'Yes' | 'No';
export type BoardChange = DayChanged | TechnicianChanged | PositionChanged | RouteChanged | RoutePathChanged | VisitChanged | VisitLeft | AlarmChanged | CallTaskChanged | MessageSent | ProposalChanged | ProposalClosed | ClockChanged | SomeoneChanged;
export type TechnicianFact = DutyStarted | DutyEnded | BreakStarted | BreakEnded | SetOut | ArrivedAtVisit | FinishedVisit | RunsLate | CannotDoVisit;
export interface DayChanged {
  kind: 'day';
  day: DayView;
}
export interface TechnicianChanged {
  kind: 'technician';
  technician: TechnicianView;
}
export interface PositionChanged {
  kind: 'position';
  position: PositionView;
}
export interface RouteChanged {
  kind: 'route';
  route: RouteView;
}
export interface RoutePathChanged {
  kind: 'path';
  path: RoutePathView;
}
export interface VisitChanged {
  kind: 'visit';
  visit: VisitView;
}
export interface VisitLeft {
  kind: 'visit-left';
  visit: VisitId;
}
export interface AlarmChanged {
  kind: 'alarm';
  alarm: AlarmView;
}
export interface CallTaskChanged {
  kind: 'call';
  task: CallTaskView;
}
export interface MessageSent {
  kind: 'message';
  message: MessageView;
}
export interface ProposalChanged {
  kind: 'proposal';
  proposal: ProposalView;
}
export interface ProposalClosed {
  kind: 'proposal-closed';
  proposal: ProposalId;
}
export interface ClockChanged {
  kind: 'clock';
  clock: ClockView;
}
export interface SomeoneChanged {
  kind: 'note';
  note: ChangeNote;
}
export interface BoardMessage {
  number: number;
  isSnapshot: boolean;
  at: Instant;
  changes: BoardChange[];
}
export interface Depot {
  id: DepotId;
  name: string;
  address: Address;
  place: GeoPoint;
}
export interface SkillKind {
  id: SkillId;
  name: string;
}
export interface PartKind {
  id: PartId;
  name: string;
}
export interface VisitType {
  id: VisitTypeId;
  name: string;
  durationMinutes: number;
  urgency: UrgencyClass;
  responseMinutes: number | null;
  skills: SkillRequirement[];
  parts: PartCount[];
  preparation: Record<string, string[]>;
  checklist: string[];
}
export interface TerritorySettings {
  promiseMinutes: number;
  onTheWayPromiseMinutes: number;
  messageAfterMinutes: number;
  messageAfterSeconds: number;
  messageGapMinutes: number;
  quietFrom: LocalTime;
  quietTo: LocalTime;
  freezeMinutes: number;
  escalateSeconds: number;
  answerSeconds: number;
  answerCallSeconds: number;
  callBackMinutes: number;
  leastGainMinutes: number;
  overtimeMinutes: number;
  runway: RunwayParameters;
  onCall: TechnicianId[];
}
export interface TerritoryProfile {
  id: TerritoryId;
  name: string;
  timeZone: string;
  language: string;
  usesMiles: boolean;
  deskPhone: string;
  settings: TerritorySettings;
  depots: Depot[];
  skills: SkillKind[];
  parts: PartKind[];
  visitTypes: VisitType[];
}
export interface InsertionOption {
  id: string;
  technician: TechnicianId;
  technicianName: string;
  position: number;
  arriveAt: Instant;
  extraDriveMinutes: number;
  lateMinutes: number;
  overtimeMinutes: number;
  shifts: ShiftedVisit[];
  displaces: VisitId[];
  remarks: Reason[];
}
export interface ShiftedVisit {
  visit: VisitId;
  patientName: string;
  delayMinutes: number;
  breaksPromise: boolean;
}
export interface InsertionOptions {
  planVersion: number;
  options: InsertionOption[];
  whyNot: Reason[];
}
export interface OfferedInterval {
  id: string;
  interval: ArrivalInterval;
  extraDriveMinutes: number;
}
export interface InsertVisit {
  visit: VisitId;
  details: VisitDetails;
  option: InsertionOption | null;
  planVersion: number | null;
}
export interface MoveVisits {
  visits: VisitId[];
  technician: TechnicianId | null;
  position: number | null;
  startAt: Instant | null;
  expectedVersion: number | null;
}
export interface PinVisit {
  visit: VisitId;
  toTechnician: boolean;
  toStart: boolean;
}
export interface MarkTechnicianOut {
  technician: TechnicianId;
  reason: string;
  until: Instant | null;
  visitUnderWay: VisitUnderWay | null;
}
export interface MarkTechnicianBack {
  technician: TechnicianId;
}
export interface UndoChange {
  change: CommandId | null;
}
export interface RedoChange {
  change: CommandId | null;
}
export interface AnswerProposal {
  proposal: ProposalId;
  isAccepted: boolean;
  visits: VisitId[] | null;
}
export interface ProposedMove {
  visit: VisitId;
  from: TechnicianId | null;
  to: TechnicianId | null;
  oldArrival: Instant | null;
  newArrival: Instant | null;
  breaksPromise: boolean;
  why: Reason;
}
export interface ProposalView {
  id: ProposalId;
  date: LocalDate;
  planVersion: number;
  madeAt: Instant;
  why: Reason;
  moves: ProposedMove[];
}
export interface StopView {
  visit: VisitId;
  state: StopState;
  driveSeconds: number;
  driveMetres: number;
  departAt: Instant;
  arriveAt: Instant;
  startAt: Instant;
  endAt: Instant;
  isFrozen: boolean;
  isPinned: boolean;
}
export interface RouteView {
  technician: TechnicianId;
  date: LocalDate;
  version: number;
  startAt: Instant;
  stops: StopView[];
  breakStart: Instant | null;
  breakMinutes: number;
  homeDriveSeconds: number;
  homeAt: Instant;
  overtimeMinutes: number;
}
export interface RoutePathView {
  technician: TechnicianId;
  date: LocalDate;
  version: number;
  legs: string[];
}
export interface PlanScore {
  visits: number;
  unassigned: number;
  lateMinutesHigh: number;
  driveSeconds: number;
  overtimeMinutes: number;
  promisesKept: number;
  promisesBroken: number;
  churnSpent: number;
}
export interface DayView {
  territory: TerritoryId;
  date: LocalDate;
  version: number;
  isPlanning: boolean;
  score: PlanScore;
  canUndo: Record<string, UndoableChange>;
  canRedo: Record<string, UndoableChange>;
}
export interface UndoableChange {
  change: CommandId;
  what: Reason;
}
export interface ChangeNote {
  change: CommandId;
  at: Instant;
  actor: string;
  what: Reason;
  visits: VisitId[];
  canUndo: boolean;
}
export interface DutyStarted {
  kind: 'duty-started';
}
export interface DutyEnded {
  kind: 'duty-ended';
}
export interface BreakStarted {
  kind: 'break-started';
}
export interface BreakEnded {
  kind: 'break-ended';
}
export interface SetOut {
  kind: 'set-out';
  visit: VisitId;
}
export interface ArrivedAtVisit {
  kind: 'arrived';
  visit: VisitId;
}
export interface FinishedVisit {
  kind: 'finished';
  visit: VisitId;
  outcome: string;
}
export interface RunsLate {
  kind: 'runs-late';
  visit: VisitId;
  minutes: number;
}
export interface CannotDoVisit {
  kind: 'cannot-do';
  visit: VisitId;
  reason: string;
  remark: string;
}
export interface AnswerRouteChange {
  number: number;
  isAccepted: boolean;
  reason: string;
}
export interface TriageRequest {
  territory: TerritoryId;
  patient: PatientId;
  equipment: EquipmentId | null;
  type: VisitTypeId | null;
  backup: BackupReport;
}
export interface TriageView {
  urgency: UrgencyClass;
  deadline: Instant | null;
  runway: Runway | null;
  suggestedType: VisitTypeId | null;
  opensEmergencyCard: boolean;
  emergencyPlan: string;
  emergencyNumber: string;
  reasons: Reason[];
}
export interface VisitDraft {
  details: VisitDetails | null;
  typeName: string;
  patientName: string;
  refusal: Reason | null;
}
export interface VisitView {
  id: VisitId;
  version: number;
  status: VisitStatus;
  type: VisitTypeId;
  typeName: string;
  patient: PatientId;
  patientName: string;
  place: GeoPoint;
  address: Address;
  equipment: EquipmentId[];
  date: LocalDate | null;
  dueDate: LocalDate | null;
  durationMinutes: number;
  skills: SkillRequirement[];
  parts: PartCount[];
  windows: TimeWindow[];
  urgency: UrgencyClass;
  deadline: Instant | null;
  runway: Runway | null;
  technician: TechnicianId | null;
  estimatedArrival: Instant | null;
  estimatedEnd: Instant | null;
  promise: Promise | null;
  pinnedTechnician: TechnicianId | null;
  pinnedStart: Instant | null;
  unassignedReasons: Reason[];
  marks: string[];
  patientIsHome: boolean | null;
  note: string;
}
export interface HistoryEntry {
  at: Instant;
  actor: string;
  code: string;
  text: string;
}
export interface VisitDetailsView {
  visit: VisitView;
  whyHere: Reason[];
  costs: Record<string, number>;
  history: HistoryEntry[];
}
export interface VisitDetails {
  territory: TerritoryId;
  type: VisitTypeId;
  patient: PatientId;
  equipment: EquipmentId[];
  place: GeoPoint;
  address: Address;
  date: LocalDate | null;
  dueDate: LocalDate | null;
  durationMinutes: number;
  skills: SkillRequirement[];
  parts: PartCount[];
  windows: TimeWindow[];
  urgency: UrgencyClass;
  deadline: Instant | null;
  runway: Runway | null;
  note: string;
}
export interface RequestVisit {
  territory: TerritoryId;
  type: VisitTypeId;
  patient: PatientId;
  equipment: EquipmentId[];
  date: LocalDate | null;
  dueDate: LocalDate | null;
  durationMinutes: number | null;
  windows: TimeWindow[] | null;
  urgency: UrgencyClass | null;
  deadline: Instant | null;
  backup: BackupReport | null;
  note: string;
}
export interface EditVisit {
  durationMinutes: number | null;
  windows: TimeWindow[] | null;
  urgency: UrgencyClass | null;
  deadline: Instant | null;
  dueDate: LocalDate | null;
  note: string | null;
}
export interface RescheduleVisit {
  date: LocalDate | null;
  windows: TimeWindow[] | null;
}
export interface CancelVisit {
  reason: string;
}
export interface PatientAnswer {
  kind: PatientAnswerKind;
  wantedInterval: ArrivalInterval | null;
  backupMinutesLeft: number | null;
  contact: string | null;
}
export interface EquipmentProfile {
  id: EquipmentId;
  territory: TerritoryId;
  kind: string;
  model: string;
  serial: string;
  udi: string;
  lot: string;
  patient: PatientId | null;
  state: EquipmentState;
  dependence: Dependence;
  batteryMinutes: number;
  nextServiceDate: LocalDate | null;
}
export interface DeviceAlarm {
  code: string;
  failure: FailureKind;
  isCleared: boolean;
}
export interface EquipmentDetailsView {
  equipment: EquipmentProfile;
  history: HistoryEntry[];
}
export interface AlarmView {
  id: AlarmId;
  code: string;
  urgency: UrgencyClass;
  what: Reason;
  raisedAt: Instant;
  patient: PatientId | null;
  patientName: string;
  equipment: EquipmentId | null;
  visit: VisitId | null;
  technician: TechnicianId | null;
  owner: string;
  acknowledgedAt: Instant | null;
  level: number;
  callBackBy: Instant | null;
  emergencyCalledAt: Instant | null;
  emergencyCalledBy: string;
  emergencyPlan: string;
  emergencyNumber: string;
  closedAt: Instant | null;
}
export interface CallTaskView {
  id: CallTaskId;
  why: Reason;
  urgency: UrgencyClass;
  dueAt: Instant;
  patient: PatientId | null;
  technician: TechnicianId | null;
  visit: VisitId | null;
  callName: string;
  callNumber: string;
  owner: string;
  outcome: string;
  remark: string;
  closedAt: Instant | null;
}
export interface RaiseAlarm {
  id: AlarmId;
  code: string;
  urgency: UrgencyClass;
  what: Reason;
  patient: PatientId | null;
  equipment: EquipmentId | null;
  visit: VisitId | null;
  technician: TechnicianId | null;
}
export interface TakeAlarmStep {
  alarm: AlarmId;
  step: AlarmStep;
  remark: string;
}
export interface RequestCall {
  id: CallTaskId;
  why: Reason;
  urgency: UrgencyClass;
  dueAt: Instant;
  patient: PatientId | null;
  technician: TechnicianId | null;
  visit: VisitId | null;
}
export interface RecordCallOutcome {
  task: CallTaskId;
  outcome: string;
  remark: string;
}
export interface WriteToTechnician {
  technician: TechnicianId;
  text: string;
}
export interface OutgoingMessage {
  id: MessageId;
  to: string;
  language: string;
  text: string;
  linkPath: string;
  code: string;
  territory: TerritoryId;
  patient: PatientId;
  visit: VisitId | null;
  sentAt: Instant;
}
export interface MessageView {
  id: MessageId;
  audience: MessageAudience;
  code: string;
  text: string;
  link: string;
  sentAt: Instant;
  patient: PatientId | null;
  technician: TechnicianId | null;
  visit: VisitId | null;
  sender: string;
}
export interface SearchHit {
  kind: string;
  id: string;
  title: string;
  detail: string;
  date: LocalDate | null;
}
export interface Page<T> {
  items: T[];
  total: number;
  next: string;
}
export interface CommandContext {
  id: CommandId;
  actor: string;
  role: Role;
  occurredAt: Instant;
}
export interface Reason {
  code: string;
  text: string;
  values: Record<string, string>;
}
export interface CommandResult {
  isAccepted: boolean;
  refusal: Reason | null;
  version: number;
  remarks: Reason[];
}
export interface TechnicianProfile {
  id: TechnicianId;
  territory: TerritoryId;
  name: string;
  phone: string;
  depot: DepotId;
  startsAtHome: boolean;
  home: GeoPoint | null;
  skills: Skill[];
  shifts: Shift[];
  break: BreakRule | null;
  van: string;
  stock: PartCount[];
  isActive: boolean;
}
export interface PositionReport {
  position: GeoPoint;
  headingDegrees: number | null;
  speedMetresPerSecond: number | null;
  accuracyMetres: number | null;
  fixAt: Instant;
}
export interface PositionView {
  technician: TechnicianId;
  position: GeoPoint;
  headingDegrees: number | null;
  fixAt: Instant;
}
export interface TechnicianDetailsView {
  technician: TechnicianProfile;
  position: PositionView | null;
  history: HistoryEntry[];
}
export interface TechnicianView {
  id: TechnicianId;
  name: string;
  initials: string;
  phone: string;
  van: string;
  skills: Skill[];
  shiftStart: Instant | null;
  shiftEnd: Instant | null;
  startPlace: GeoPoint;
  endPlace: GeoPoint;
  duty: DutyState;
  outReason: string;
  unansweredSince: Instant | null;
}
export interface TechnicianStop {
  stop: StopView;
  typeName: string;
  durationMinutes: number;
  urgency: UrgencyClass;
  patientName: string;
  patientPhone: string;
  address: Address;
  place: GeoPoint;
  accessNotes: string;
  note: string;
  devices: string[];
  parts: PartCount[];
  checklist: string[];
  path: string;
}
export interface RouteChangeLine {
  visit: VisitId;
  label: string;
  change: string;
  oldPosition: number | null;
  newPosition: number | null;
  oldArrival: Instant | null;
  newArrival: Instant | null;
}
export interface RouteChangeCard {
  number: number;
  changedAt: Instant;
  why: Reason;
  byWhom: string;
  lines: RouteChangeLine[];
}
export interface TechnicianDayView {
  number: number;
  technician: TechnicianId;
  name: string;
  date: LocalDate;
  timeZone: string;
  deskPhone: string;
  duty: DutyState;
  shiftStart: Instant | null;
  shiftEnd: Instant | null;
  breakStart: Instant | null;
  breakMinutes: number;
  load: PartCount[];
  stops: TechnicianStop[];
  change: RouteChangeCard | null;
  messages: MessageView[];
}
export interface ClockView {
  at: Instant;
  realAt: Instant;
  speed: number;
  isSimulated: boolean;
  startedAt: Instant | null;
}
export interface InstantSurrogate {
  unixTicks: number;
}
export interface LocalDateSurrogate {
  year: number;
  month: number;
  day: number;
}
export interface LocalTimeSurrogate {
  nanoseconds: number;
}
export interface ContactPreferences {
  phone: string;
  language: string;
  acceptsTexts: boolean;
  someoneElse: string;
}
export interface PatientProfile {
  id: PatientId;
  territory: TerritoryId;
  name: string;
  address: Address;
  place: GeoPoint;
  accessNotes: string;
  contact: ContactPreferences;
  emergencyPlan: string;
  emergencyNumber: string;
  flowLitresPerMinute: number | null;
  freeBreathingMinutes: number | null;
}
export interface PatientDetailsView {
  patient: PatientProfile;
  equipment: EquipmentProfile[];
  visits: VisitView[];
  messages: MessageView[];
  history: HistoryEntry[];
}
export interface PatientLink {
  visit: VisitId;
  patient: PatientId;
  territory: TerritoryId;
  expiresAt: Instant | null;
}
export interface ApproachView {
  position: GeoPoint;
  headingDegrees: number;
  fixAt: Instant;
  estimatedArrival: Instant;
  path: string;
}
export interface PatientVisitView {
  number: number;
  state: PatientPageState;
  date: LocalDate | null;
  timeZone: string;
  interval: ArrivalInterval | null;
  technicianFirstName: string;
  approach: ApproachView | null;
  home: GeoPoint | null;
  preparation: string[];
  callNumber: string;
  language: string;
  acceptsTexts: boolean;
  saidAtHome: boolean | null;
  offersBackup: boolean;
  answered: PatientAnswerKind[];
}
export interface Skill {
  id: SkillId;
  level: number;
  expires: LocalDate | null;
}
export interface SkillRequirement {
  id: SkillId;
  minLevel: number;
}
export interface PartCount {
  part: PartId;
  count: number;
}
export interface Address {
  street: string;
  houseNumber: string;
  city: string;
  postcode: string;
}
export interface GeoPoint {
  latitude: number;
  longitude: number;
}
export interface ArrivalInterval {
  start: Instant;
  end: Instant;
}
export interface Promise {
  start: Instant;
  end: Instant;
  toldAt: Instant;
  isOnTheWay: boolean;
}
export interface Shift {
  day: IsoDayOfWeek;
  start: LocalTime;
  end: LocalTime;
}
export interface BreakRule {
  earliest: LocalTime;
  latest: LocalTime;
  minutes: number;
}
export interface TimeWindow {
  start: Instant;
  end: Instant;
  isHard: boolean;
}
export interface CylinderReport {
  label: string;
  pressurePsi: number | null;
  count: number;
}
export interface BackupReport {
  failure: FailureKind;
  safeNow: Answer;
  backupRunning: Answer;
  cylinders: CylinderReport[];
  flowLitresPerMinute: number | null;
  batteryMinutes: number | null;
  freeBreathingMinutes: number | null;
  reportedAt: Instant;
}
export interface RunwayPart {
  source: string;
  minutes: number;
  isAssumed: boolean;
}
export interface Runway {
  usableMinutes: number;
  travelRiskMinutes: number;
  marginMinutes: number;
  parts: RunwayPart[];
  endsAt: Instant;
  deadline: Instant;
}
export interface DependenceFacts {
  dependence: Dependence;
  batteryMinutes: number;
  flowLitresPerMinute: number | null;
  freeBreathingMinutes: number | null;
}
export interface Triage {
  urgency: UrgencyClass;
  deadline: Instant | null;
  runway: Runway | null;
  codes: string[];
}
export interface CylinderSize {
  label: string;
  minutesPerPsiAtOneLitre: number;
  fullPsi: number;
}
export interface RunwayParameters {
  cylinders: CylinderSize[];
  travelRiskMinutes: number;
  marginMinutes: number;
  emergencyResponseMinutes: number;
  highResponseMinutes: number;
  assumedFlowLitresPerMinute: number;
  setBy: string;
  setAt: Instant | null;
}

// What the API adds to the records.
export interface SessionView { userName: string; displayName: string; role: Role; territory: TerritoryId | null; technician: TechnicianId | null; demo: boolean }
export interface DemoAccount { user: string; password: string; role: Role }
export interface MapView { version: string; bounds: { south: number; west: number; north: number; east: number }; attribution: string; minZoom: number; maxZoom: number; tiles: string }
export interface TodayView { date: LocalDate; now: Instant; timeZone: string }
export interface AddressMatch { label: string; street: string | null; houseNumber: string | null; city: string | null; postcode: string | null; position: GeoPoint; kind: string }
export interface AccountView { userName: string; displayName: string; role: Role; territory: TerritoryId | null; technician: TechnicianId | null; isActive: boolean }
export interface CsvMistake { line: number; column: string; text: string }
export interface CsvAnswer { imported: number; mistakes: CsvMistake[] }
