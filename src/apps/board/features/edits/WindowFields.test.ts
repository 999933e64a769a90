import { describe, expect, it } from 'vitest';
import { timeField, windowsOf } from './WindowFields';

describe('a window', () => {
  it('is entered in the zone of the territory, across the change of the clocks', () => {
    expect(windowsOf('2026-03-29', '09:00', '11:00', true, 'Europe/Berlin')).toEqual([{ start: '2026-03-29T07:00:00Z', end: '2026-03-29T09:00:00Z', isHard: true }]);
    expect(windowsOf('2026-03-28', '09:00', '11:00', false, 'Europe/Berlin')[0]?.start).toBe('2026-03-28T08:00:00Z');
  });

  it('that was not given means any time', () => expect(windowsOf('2026-03-28', '', '', false, 'Europe/Berlin')).toEqual([]));

  it('is shown as it was entered', () => expect(timeField('2026-03-29T07:00:00Z', 'Europe/Berlin')).toBe('09:00'));
});
