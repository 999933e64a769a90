import { describe, expect, it } from 'vitest';
import { barPlace, laneCount, laneOfEach } from './lanes';

const span = (left: number, width: number) => ({ left, width });

describe('the lanes of a row', () => {
  it('are one where no bar lies over another', () => {
    expect(laneOfEach([span(0, 24), span(24, 40), span(80, 24)])).toEqual([0, 0, 0]);
    expect(laneCount([])).toBe(1);
  });

  it('put a bar that would overlap below, and the next one up again where there is room', () => {
    expect(laneOfEach([span(0, 60), span(30, 60), span(62, 24)])).toEqual([0, 1, 0]);
    expect(laneCount([0, 1, 0])).toBe(2);
  });

  it('follow the time and not the order of the stops', () => {
    expect(laneOfEach([span(40, 60), span(0, 60), span(50, 10)])).toEqual([1, 0, 2]);
  });

  it('keep every two bars of a lane apart, whatever the day looks like', () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    for (let day = 0; day < 200; day++) {
      const spans = Array.from({ length: 12 }, () => span(next(400), 24 + next(90)));
      const lanes = laneOfEach(spans);
      for (const [a, one] of spans.entries())
        for (const [b, other] of spans.entries())
          if (a < b && lanes[a] === lanes[b]) expect(one.left + one.width <= other.left + 0.02 || other.left + other.width <= one.left + 0.02).toBe(true);
    }
  });
});

describe('a bar', () => {
  it('is as long as its visit, and never less than 24 px', () => {
    const scale = { fromMs: 0, toMs: 36_000_000, pxPerHour: 96 };
    expect(barPlace(scale, 3_600_000, 7_200_000)).toEqual({ left: 96, width: 96 });
    expect(barPlace(scale, 3_600_000, 3_900_000)).toEqual({ left: 96, width: 24 });
    expect(barPlace({ ...scale, pxPerHour: 30 }, 3_600_000, 4_500_000)).toEqual({ left: 30, width: 24 });
  });
});
