import { describe, expect, it } from 'vitest';
import { deedOf, nothingSupposed, whatIfOf } from './supposed';

const move = { visits: ['v1'], technician: 't1', position: null, startAt: null, expectedVersion: null };

describe('what is supposed', () => {
  it('is asked only when there is something, and every line is filled in', () => {
    expect(whatIfOf(nothingSupposed)).toBeNull();
    expect(whatIfOf({ ...nothingSupposed, longer: [{ visit: '', extraMinutes: 30 }] })).toBeNull();
    expect(whatIfOf({ ...nothingSupposed, longer: [{ visit: 'v1', extraMinutes: 481 }] })).toBeNull();
    expect(whatIfOf({ ...nothingSupposed, improve: true })?.improve).toBe(true);
  });

  it('can be done where it is one command', () => {
    expect(deedOf({ ...nothingSupposed, moves: [move] })).toEqual({ kind: 'move', move });
    expect(deedOf({ ...nothingSupposed, out: ['t1'] })).toEqual({ kind: 'out', technician: 't1' });
    expect(deedOf({ ...nothingSupposed, out: ['t1'], moves: [move] })).toBeNull();
    expect(deedOf({ ...nothingSupposed, moves: [move], longer: [{ visit: 'v1', extraMinutes: 5 }] })).toBeNull();
  });
});
