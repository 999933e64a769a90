import { describe, expect, it } from 'vitest';
import { byUrgency, countByUrgency, lateMinutes, riskKey, riskOf } from './risk';
import { alarmOf, visitOf } from './samples';

const promise = { start: '2026-11-24T10:00:00Z', end: '2026-11-24T11:00:00Z', toldAt: '2026-11-24T08:00:00Z', isOnTheWay: false };
const arriving = (time: string) => visitOf('a', { promise, estimatedArrival: `2026-11-24T${time}:00Z` });

describe('risk', () => {
  it.each([['10:30', 'none'], ['10:51', 'at-risk'], ['11:00', 'at-risk'], ['11:01', 'broken']] as const)('of an arrival at %s is %s', (time, risk) => {
    expect(riskOf(arriving(time))).toBe(risk);
  });

  it('is broken where the technician may no longer have the visit, whenever he comes', () => {
    const visit = { ...arriving('12:00'), marks: ['may-not-have', 'promise-broken'] };
    expect([riskOf(visit), riskOf({ ...visit, promise: null, estimatedArrival: null }), riskKey(visit)]).toEqual(['broken', 'broken', 'mark.may-not-have']);
  });

  it('is none once the technician is there', () => {
    expect(riskOf({ ...arriving('12:00'), status: 'Arrived' })).toBe('none');
  });

  it('tells how late by the worse of promise and deadline', () => {
    expect(lateMinutes({ ...arriving('11:30'), deadline: '2026-11-24T10:45:00Z' })).toBe(45);
    expect(lateMinutes(arriving('10:30'))).toBe(0);
  });

  it('counts what is open, by class', () => {
    const counts = countByUrgency([visitOf('a', { urgency: 'P1' }), visitOf('b', { urgency: 'P1', status: 'Done' }), visitOf('c')]);
    expect(counts).toEqual({ P0: 0, P1: 1, P2: 0, P3: 1, P4: 0 });
  });

  it('counts an alarm for which there is no visit yet', () => {
    expect(countByUrgency([], [alarmOf('a'), alarmOf('b', { visit: 'v' })]).P1).toBe(1);
  });

  it('sorts the urgent first and those with an earlier deadline before later ones', () => {
    const sorted = [visitOf('late', { urgency: 'P1', deadline: '2026-11-24T14:00:00Z' }), visitOf('p3'), visitOf('soon', { urgency: 'P1', deadline: '2026-11-24T12:00:00Z' })]
      .sort(byUrgency).map(visit => visit.id);
    expect(sorted).toEqual(['soon', 'late', 'p3']);
  });
});
