import { describe, expect, it } from 'vitest';
import type { TechnicianView } from '../../../contract';
import { routeOf, stopOf } from '../../store/samples';
import { dropMove } from './drop';
import { neighbour } from './neighbour';

const routes = new Map([
  ['c', routeOf('c', [stopOf('done', '08:00', '08:30', { state: 'Done' }), stopOf('a', '09:00', '09:30'), stopOf('b', '10:00', '10:30')])],
  ['r', routeOf('r', [stopOf('x', '08:30', '09:00'), stopOf('y', '11:00', '11:30')])],
]);
const technicians = new Map([{ id: 'r', name: 'Reyes' }, { id: 'c', name: 'Chen' }].map(known => [known.id, known as TechnicianView]));

describe('moving with the keyboard', () => {
  it('changes places in the order', () => {
    expect(neighbour(routes, technicians, 'c', 'b', 'ArrowLeft')).toMatchObject({ technician: 'c', position: 1 });
    expect(neighbour(routes, technicians, 'c', 'b', 'ArrowRight')).toBeNull();
  });

  it('never puts a visit before one that is done', () => {
    expect(neighbour(routes, technicians, 'c', 'a', 'ArrowLeft')).toBeNull();
  });

  it('gives it to the technician below, at its time', () => {
    expect(neighbour(routes, technicians, 'c', 'b', 'ArrowDown')).toMatchObject({ technician: 'r', position: 1 });
    expect(neighbour(routes, technicians, 'c', 'b', 'ArrowUp')).toBeNull();
  });
});

describe('a drop', () => {
  const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);

  it('in another row is a place, without a wanted time', () => {
    expect(dropMove(routes, ['a'], { technician: 'r', atMs: at('09:30') })).toEqual({ visits: ['a'], technician: 'r', position: 1, startAt: null, expectedVersion: null });
  });

  it('at its own place in its own row is a wanted time', () => {
    expect(dropMove(routes, ['a'], { technician: 'c', atMs: at('09:20') })?.startAt).toBe('2026-11-24T09:20:00.000Z');
  });

  it('of several keeps them together', () => {
    expect(dropMove(routes, ['a', 'b'], { technician: 'r', atMs: at('12:00') })).toMatchObject({ visits: ['a', 'b'], position: 2, startAt: null });
  });
});
