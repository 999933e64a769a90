import { describe, expect, it } from 'vitest';
import { factorText, stepOf } from './trafficText';

describe('how slow a street is', () => {
  it('has three steps, and never reads as of another one', () => {
    expect([1.15, 1.39, 1.4, 1.99, 2, 8].map(stepOf)).toEqual([1, 1, 2, 2, 3, 3]);
    expect([1.15, 1.39, 1.4, 1.99, 2].map(factor => factorText(factor, 'en'))).toEqual(['1.1', '1.3', '1.4', '1.9', '2']);
    expect(factorText(1.43, 'de')).toBe('1,4');
  });
});
