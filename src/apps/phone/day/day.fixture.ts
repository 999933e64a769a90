import type { TechnicianDayView, TechnicianStop } from '../../contract';

/** A stop for tests: half an hour of work after ten minutes of driving. */
export function aStop(visit: string, startAt: string, changes: Partial<TechnicianStop['stop']> = {}): TechnicianStop {
  const startMs = Date.parse(startAt);
  const at = (minutes: number) => new Date(startMs + minutes * 60_000).toISOString();
  return {
    stop: {
      visit, state: 'Planned', driveSeconds: 600, driveMetres: 4_200,
      departAt: at(-10), arriveAt: at(0), startAt: at(0), endAt: at(30), isFrozen: false, isPinned: false, likely: null, latePercent: 0, isOrderKept: false, ...changes,
    },
    typeName: 'Oxygen refill',
    durationMinutes: 30,
    urgency: 'P3',
    patientName: `Patient of ${visit}`,
    patientPhone: '+1 503 555 0100',
    address: { street: 'Main Street', houseNumber: '1', city: 'Town', postcode: '10000' },
    place: { latitude: 45.5, longitude: -122.6 },
    accessNotes: '',
    note: '',
    devices: [],
    parts: [],
    checklist: [],
    path: '',
    partner: null,
    instruments: [],
    brings: [],
    takes: [],
  };
}

/** A day for tests: on duty, stops a, b and c at 10, 11 and 12 (UTC). */
export function aDay(changes: Partial<TechnicianDayView> = {}): TechnicianDayView {
  return {
    number: 1, technician: 't1', name: 'Reyes', date: '2026-11-23', timeZone: 'UTC', deskPhone: '+1 503 555 0199',
    duty: 'OnDuty', shiftStart: '2026-11-23T08:00:00Z', shiftEnd: '2026-11-23T16:30:00Z',
    breakStart: '2026-11-23T12:40:00Z', breakMinutes: 30, load: [],
    stops: [aStop('a', '2026-11-23T10:00:00Z'), aStop('b', '2026-11-23T11:00:00Z'), aStop('c', '2026-11-23T12:00:00Z')],
    change: null, messages: [], ...changes,
  };
}
