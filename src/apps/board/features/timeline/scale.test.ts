import { describe, expect, it } from 'vitest';
import { routeOf, stopOf } from '../../store/samples';
import { markMinutes, positionAt, span, timeAt, xOf, type Scale } from './scale';

const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);
const scale: Scale = { fromMs: at('08:00'), toMs: at('18:00'), pxPerHour: 120 };
const route = routeOf('chen', [stopOf('a', '09:00', '09:30', { state: 'Done' }), stopOf('b', '10:00', '11:00'), stopOf('c', '12:00', '12:30')]);

describe('the scale', () => {
  it('leads from time to pixel and back', () => {
    expect(xOf(scale, at('09:30'))).toBe(180);
    expect(timeAt(scale, 180)).toBe(at('09:30'));
  });

  it('spans overtime, and working hours when nobody is there', () => {
    expect(span([], [route], at('07:00')).toMs).toBe(at('18:00'));
    expect(span([], [], at('07:00'))).toEqual({ fromMs: at('06:00'), toMs: at('18:00') });
  });

  it('sets marks as wide apart as their labels ask for', () => {
    expect([8, 60, 120, 700].map(markMinutes)).toEqual([720, 60, 30, 5]);
  });
});

describe('where a visit is dropped', () => {
  it.each([['09:10', 1], ['10:20', 1], ['10:40', 2], ['12:00', 2], ['15:00', 3]])('at %s it becomes stop %d, never before one that is done', (time, position) => {
    expect(positionAt(route, at(time), [])).toBe(position);
  });

  it('does not count what is moved along', () => {
    expect(positionAt(route, at('15:00'), ['b'])).toBe(2);
  });
});
