import { describe, expect, it } from 'vitest';
import { arrowOf } from './arrows';

describe('the arrow of a proposal', () => {
  it('leaves the lower edge of its bar for a row below, and the upper edge for a row above', () => {
    expect(arrowOf('a', { x: 100, top: 26 }, { x: 300, top: 98 }).path).toBe('M100 53C100 77 306 77 306 101');
    expect(arrowOf('a', { x: 300, top: 98 }, { x: 100, top: 26 }).path).toBe('M300 101C300 77 106 77 106 53');
  });

  it('bows over the bars where only the time would change', () => {
    expect(arrowOf('a', { x: 100, top: 26 }, { x: 200, top: 26 }).path).toBe('M100 29C100 17 206 17 206 29');
  });
});
