import { describe, expect, it } from 'vitest';
import { routeOf, stopOf } from '../store/samples';
import { countedAhead } from './countedAhead';

const routes = new Map([['t1', routeOf('t1', [
  stopOf('a', '09:00', '09:30', { state: 'Done' }), stopOf('b', '10:00', '10:30', { state: 'OnTheWay' }), stopOf('c', '11:00', '11:30'), stopOf('d', '12:00', '12:30'),
])]]);
const move = (technician: string | null, position: number | null) => ({ visits: ['x'], technician, position, startAt: null, expectedVersion: null });

describe('a place in a route', () => {
  it('is sent counted over the stops that have not begun', () => expect(countedAhead(move('t1', 3), routes).position).toBe(1));
  it('is never before one that has begun', () => expect(countedAhead(move('t1', 1), routes).position).toBe(0));
  it('stays open where none was chosen', () => {
    expect(countedAhead(move('t1', null), routes).position).toBeNull();
    expect(countedAhead(move(null, null), routes).position).toBeNull();
  });
});
