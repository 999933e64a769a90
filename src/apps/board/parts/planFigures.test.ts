import { describe, expect, it } from 'vitest';
import type { PlanFigures } from '../../contract';
import { changeText, costsInMinutes, figureOf, promisesKeptPercent } from './planFigures';

const figures: PlanFigures = {
  driveSeconds: 7_260, overtimeMinutes: 35, unassignedByUrgency: [0, 1, 0, 2, 0], lateMinutesByUrgency: [0, 5, 0, 0, 10], promisesKept: 199, promisesBroken: 1,
  cost: 9_000, costs: { driving: 7_260, overtime: 1_710, window: 20 },
};

describe('the figures of a plan', () => {
  it('are minutes and counts, summed over the urgencies', () => {
    expect(['driving', 'overtime', 'late', 'broken', 'unassigned', 'cost'].map(name => figureOf(name as 'driving', figures))).toEqual([121, 35, 15, 1, 3, 150]);
  });

  it('differ with a sign, or not at all', () => {
    expect([changeText('driving', 12.2), changeText('broken', -2), changeText('cost', 0.2)]).toEqual(['+ 12 min', '− 2', '']);
  });

  it('name what costs most first, and nothing that costs next to nothing', () => {
    expect(costsInMinutes(figures.costs)).toEqual([['driving', 121], ['overtime', 28.5]]);
  });

  it('are never rounded up to every promise', () => {
    expect([promisesKeptPercent(figures), promisesKeptPercent({ ...figures, promisesKept: 0, promisesBroken: 0 })]).toEqual([99, 100]);
  });
});
