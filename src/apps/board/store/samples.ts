import type { AlarmView, RouteView, StopView, VisitView } from '../../contract';

/** A visit for tests: planned, P3, nothing special. */
export function visitOf(id: string, change: Partial<VisitView> = {}): VisitView {
  return {
    id, version: 1, status: 'Scheduled', type: 'refill', typeName: 'Oxygen refill', patient: `p-${id}`, patientName: 'A. Patient',
    place: { latitude: 0, longitude: 0 }, address: { street: '', houseNumber: '', city: '', postcode: '' }, equipment: [], date: '2026-11-24', dueDate: null,
    durationMinutes: 30, skills: [], parts: [], windows: [], urgency: 'P3', deadline: null, runway: null, technician: null, estimatedArrival: null,
    estimatedEnd: null, promise: null, pinnedTechnician: null, pinnedStart: null, unassignedReasons: [], marks: [], patientIsHome: null, note: '', partner: null, instruments: [], brings: [], takes: [], keepsOrder: false, days: null,
    ...change,
  };
}

/** An unanswered alarm for tests. */
export function alarmOf(id: string, change: Partial<AlarmView> = {}): AlarmView {
  return {
    id, code: 'device-alarm', urgency: 'P1', what: { code: 'device-alarm', text: '', values: {} }, raisedAt: '2026-11-24T09:00:00Z', patient: null,
    patientName: '', equipment: null, visit: null, technician: null, owner: '', acknowledgedAt: null, level: 0, callBackBy: null, emergencyCalledAt: null,
    emergencyCalledBy: '', emergencyPlan: '', emergencyNumber: '', closedAt: null,
    ...change,
  };
}

/** A stop for tests, at a time of day in UTC. */
export function stopOf(visit: string, from: string, to: string, change: Partial<StopView> = {}): StopView {
  const [start, end] = [`2026-11-24T${from}:00Z`, `2026-11-24T${to}:00Z`];
  return {
    visit, state: 'Planned', driveSeconds: 600, driveMetres: 5000, departAt: start, arriveAt: start, startAt: start, endAt: end, isFrozen: false,
    isPinned: false, likely: null, latePercent: 0, isOrderKept: false, ...change,
  };
}

/** A route for tests. */
export function routeOf(technician: string, stops: StopView[]): RouteView {
  return {
    technician, date: '2026-11-24', version: 1, startAt: '2026-11-24T08:00:00Z', stops, breakStart: null, breakMinutes: 0, breaks: [], homeDriveSeconds: 0,
    homeAt: '2026-11-24T17:00:00Z', overtimeMinutes: 0, spaces: [],
  };
}
