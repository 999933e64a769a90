import { describe, expect, it } from 'vitest';
import { arrowOf } from './arrows';

describe('the arrow of a proposal', () => {
  it('leaves the lower edge of its bar for a row below, and the upper edge for a row above', () => {
    expect(arrowOf('a', { x: 100, top: 26 }, { x: 300, top: 98 }).path).toBe('M100 59C100 83 306 83 306 107');
    expect(arrowOf('a', { x: 300, top: 98 }, { x: 100, top: 26 }).path).toBe('M300 107C300 83 106 83 106 59');
  });

  it('bows over the bars where only the time would change', () => {
    expect(arrowOf('a', { x: 100, top: 26 }, { x: 200, top: 26 }).path).toBe('M100 35C100 23 206 23 206 35');
  });
});
