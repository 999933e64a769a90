import { describe, expect, it } from 'vitest';
import { aStop } from '../day/day.fixture';
import { stopAhead, wayKey } from './way';

describe('the way', () => {
  it('is to the first stop that is not reached yet', () => {
    expect(stopAhead([aStop('a', '2026-11-23T10:00:00Z', { state: 'Done' }), aStop('b', '2026-11-23T10:00:00Z', { state: 'Arrived' }), aStop('c', '2026-11-23T10:00:00Z', { state: 'Planned' })])?.stop.visit).toBe('c');
    expect(stopAhead([aStop('a', '2026-11-23T10:00:00Z', { state: 'Done' })])).toBeNull();
  });

  it('is asked for anew after setting out, on another drive and in another language', () => {
    const planned = aStop('a', '2026-11-23T10:00:00Z', { state: 'Planned' });
    const keys = [wayKey(planned, 'en'), wayKey(planned, 'de'), wayKey(aStop('a', '2026-11-23T10:00:00Z', { state: 'OnTheWay' }), 'en'), wayKey({ ...planned, path: 'other' }, 'en')];
    expect(new Set(keys).size).toBe(4);
    expect(wayKey(aStop('a', '2026-11-23T10:00:00Z', { state: 'Planned' }), 'en')).toBe(keys[0]);
  });
});
