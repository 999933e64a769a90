import { expect, it } from 'vitest';
import type { BacklogProposal } from '../../../contract';
import { visitOf } from '../../store/samples';
import { daysOf, waitingOf } from './waiting';

const waits = (id: string, last: string, patientName = 'A. Patient') => visitOf(id, { status: 'Backlog', date: null, patientName, days: { first: '2026-11-25', last, times: null } });
const proposal: BacklogProposal = {
  id: 'p', madeAt: '2026-11-24T09:00:00Z', days: ['2026-11-25', '2026-11-26'], extraDriveMinutes: 9,
  visits: [
    { visit: 'b', date: '2026-11-26', technician: 't1', technicianName: 'Reyes', arriveAt: '2026-11-26T09:00:00Z', extraDriveMinutes: 4, after: 'd', routeExtraDriveMinutes: 9, second: null },
    { visit: 'd', date: '2026-11-25', technician: 't1', technicianName: 'Reyes', arriveAt: '2026-11-25T13:00:00Z', extraDriveMinutes: 5, after: null, routeExtraDriveMinutes: 5, second: null },
  ],
  staying: [{ visit: 'c', why: [{ code: 'backlog-no-gap', text: 'Nobody has a gap.', values: {} }] }],
};
const backlog = new Map([waits('a', '2026-12-09'), waits('b', '2026-12-08'), waits('c', '2026-12-01', 'Chen'), waits('d', '2026-12-20')].map(visit => [visit.id, visit]));

it('those that get a day stand first, by day and time, and the others by their last day with what keeps them', () => {
  const rows = waitingOf(backlog, proposal, '');
  expect(rows.map(row => row.visit.id)).toEqual(['d', 'b', 'c', 'a']);
  expect(rows.map(row => row.why[0]?.code)).toEqual([undefined, undefined, 'backlog-no-gap', undefined]);
});

it('a search narrows the list, and without a proposal all wait', () => {
  expect(waitingOf(backlog, proposal, ' chen').map(row => row.visit.id)).toEqual(['c']);
  expect(waitingOf(backlog, null, '').every(row => row.proposed === null && row.why.length === 0)).toBe(true);
});

it('days to which nothing goes are left out', () => {
  expect(daysOf(proposal)).toEqual([{ date: '2026-11-25', count: 1 }, { date: '2026-11-26', count: 1 }]);
});
