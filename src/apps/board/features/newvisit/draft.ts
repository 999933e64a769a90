import type { Answer, BackupReport, CylinderReport, FailureKind, Instant, LocalDate, PatientDetailsView, RequestVisit, TerritoryId, UrgencyClass } from '../../../contract';
import { spanOf, usualSpan, type EnteredDays } from '../../parts/days';

/** What has been entered of a call so far. Null means not said, and counts as the worst where it matters. */
export interface Draft {
  readonly patient: PatientDetailsView | null;
  readonly equipment: string | null;
  readonly failure: FailureKind | null;
  readonly safeNow: Answer;
  readonly backupRunning: Answer;
  readonly cylinders: readonly CylinderReport[];
  readonly flow: number | null;
  readonly battery: number | null;
  readonly freeBreathing: number | null;
  /** Null takes the type that the triage suggests. */
  readonly type: string | null;
  /** None puts it into the backlog. */
  readonly date: LocalDate | null;
  /** On which days it may be done, where it waits for one. */
  readonly days: EnteredDays;
  /** Null takes what triage or type say. */
  readonly urgency: UrgencyClass | null;
  readonly note: string;
}

/** Nothing said yet. */
export const emptyDraft = (date: LocalDate, today: LocalDate = date): Draft => ({
  patient: null, equipment: null, failure: null, safeNow: 'Unknown', backupRunning: 'Unknown', cylinders: [], flow: null, battery: null,
  freeBreathing: null, type: null, date, days: usualSpan(today), urgency: null, note: '',
});

/** Which questions a failure asks: a battery helps in a power cut and not when the device is dead. */
export function questionsFor(draft: Draft): { isSafety: boolean; isCylinders: boolean; isBattery: boolean; isFreeBreathing: boolean } {
  const device = draft.patient?.equipment.find(known => known.id === draft.equipment);
  const isFailure = draft.failure !== null && draft.failure !== 'None';
  const profile = draft.patient?.patient;
  return {
    isSafety: isFailure,
    isCylinders: isFailure && (device?.kind === 'concentrator' || device?.kind === 'cylinder-set' || (profile?.flowLitresPerMinute ?? null) !== null || device === undefined),
    isBattery: draft.failure === 'PowerCut' && (device === undefined || device.batteryMinutes > 0),
    isFreeBreathing: isFailure && (device?.kind === 'ventilator' || (profile?.freeBreathingMinutes ?? null) !== null),
  };
}

/** What the caller said, as the server judges it; null for planned work. */
export function backupOf(draft: Draft, at: Instant): BackupReport | null {
  if (draft.failure === null || draft.failure === 'None') return null;
  const asks = questionsFor(draft);
  return {
    failure: draft.failure, safeNow: draft.safeNow, backupRunning: draft.backupRunning, cylinders: asks.isCylinders ? [...draft.cylinders] : [],
    flowLitresPerMinute: draft.flow, batteryMinutes: asks.isBattery ? draft.battery : null, freeBreathingMinutes: asks.isFreeBreathing ? draft.freeBreathing : null,
    reportedAt: at,
  };
}

/** The visit that the draft asks for; null while patient or type are missing. */
export function requestOf(draft: Draft, territory: TerritoryId, suggestedType: string | null, at: Instant): RequestVisit | null {
  const type = draft.type ?? suggestedType;
  if (!draft.patient || !type || draft.failure === null) return null;
  return {
    territory, type, patient: draft.patient.patient.id, equipment: draft.equipment ? [draft.equipment] : [], date: draft.date, dueDate: null,
    durationMinutes: null, windows: null, urgency: draft.urgency, deadline: null, backup: backupOf(draft, at), note: draft.note.trim(),
    days: draft.date === null ? spanOf(draft.days) : null,
  };
}
