import { describe, expect, it } from 'vitest';
import { opacityOf } from './fade';

describe('a van whose fix gets old', () => {
  it('is whole while the fix is fresh, then fades with its age, and never quite goes', () => {
    expect([0, 3, 4, 15, 30, 600].map(opacityOf)).toEqual([1, 1, 0.7, 0.5, 0.3, 0.3]);
  });
});
