import { describe, expect, it } from 'vitest';
import { partAt } from './dayPart';

const parts = [false, true].flatMap((isWeekend, kind) => ([[18, 7], [7, 9], [9, 15], [15, 18]] as const)
  .map(([fromHour, toHour], index) => ({ part: kind * 4 + index, isWeekend, fromHour, toHour })));
const at = (text: string) => partAt(parts, Date.parse(text), 'Europe/Berlin')?.part;

describe('the part of the day', () => {
  it('begins and ends by the clock of the territory', () => {
    expect(['2026-11-27T05:59:59Z', '2026-11-27T06:00:00Z', '2026-11-27T07:59:59Z', '2026-11-27T08:00:00Z', '2026-11-27T14:00:00Z', '2026-11-27T17:00:00Z'].map(at)).toEqual([0, 1, 1, 2, 3, 0]);
  });

  it('is one of the weekend from the end of Friday to the end of Sunday, there', () => {
    expect(['2026-11-27T22:59:59Z', '2026-11-27T23:00:00Z', '2026-11-29T22:59:59Z', '2026-11-29T23:00:00Z'].map(at)).toEqual([0, 4, 4, 0]);
  });

  it('is none where none is told', () => {
    expect(partAt([], Date.parse('2026-11-27T09:00:00Z'), 'Europe/Berlin')).toBeNull();
  });
});
