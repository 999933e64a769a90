import { describe, expect, it } from 'vitest';
import { foresee, stillPending, type PendingMove } from './pending';
import { routeOf, stopOf, visitOf } from './samples';

const visits = new Map(['a', 'b', 'c'].map(id => [id, visitOf(id, { technician: 'chen' })]));
const routes = new Map([
  ['chen', routeOf('chen', [stopOf('a', '09:00', '09:30'), stopOf('b', '10:00', '10:30'), stopOf('c', '11:00', '11:30')])],
  ['reyes', routeOf('reyes', [])],
]);
const moving = (change: Partial<PendingMove['move']>, startMs: number | null = null): PendingMove => ({
  id: 'm', startMs, acceptedVersion: null, move: { visits: ['b'], technician: 'reyes', position: 0, startAt: null, expectedVersion: null, ...change },
});
const order = (foreseen: ReturnType<typeof foresee>, technician: string) => foreseen.routes.get(technician)?.stops.map(stop => stop.visit);

describe('a pending move', () => {
  it('is shown on the new route and gone from the old one', () => {
    const foreseen = foresee(routes, visits, [moving({})]);
    expect(order(foreseen, 'chen')).toEqual(['a', 'c']);
    expect(order(foreseen, 'reyes')).toEqual(['b']);
    expect(foreseen.visits.get('b')?.technician).toBe('reyes');
    expect([...foreseen.unsure]).toEqual(['b']);
  });

  it('keeps several visits in the order they were chosen', () => {
    expect(order(foresee(routes, visits, [moving({ visits: ['c', 'a'] })]), 'reyes')).toEqual(['c', 'a']);
  });

  it('takes visits off all routes when nobody is named', () => {
    const foreseen = foresee(routes, visits, [moving({ technician: null })]);
    expect(order(foreseen, 'chen')).toEqual(['a', 'c']);
    expect(foreseen.visits.get('b')?.technician).toBeNull();
  });

  it('begins where it was dropped', () => {
    const at = Date.parse('2026-11-24T13:00:00Z');
    expect(foresee(routes, visits, [moving({}, at)]).routes.get('reyes')?.stops[0]?.startAt).toBe('2026-11-24T13:00:00.000Z');
  });

  it('leaves what the feed told untouched, so that taking it back is forgetting it', () => {
    foresee(routes, visits, [moving({})]);
    expect(routes.get('chen')?.stops).toHaveLength(3);
  });

  it('ends when a plan of its version is shown, and not before', () => {
    const accepted = { ...moving({}), acceptedVersion: 12 };
    expect(stillPending([accepted], 11)).toHaveLength(1);
    expect(stillPending([accepted], 12)).toHaveLength(0);
    expect(stillPending([moving({})], 99)).toHaveLength(1);
  });
});
