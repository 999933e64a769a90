import { expect, it } from 'vitest';
import { needsOf, rowsOf } from './skillRows';

const needs = [
  { id: 'driver', minLevel: 1, alternatives: null },
  { id: 'ventilator', minLevel: 2, alternatives: [{ id: 'respiratory', minLevel: 3 }, { id: 'dialysis', minLevel: 1 }] },
];

it('lines say what joins what, and come back as they were', () => {
  expect(rowsOf(needs).map(row => row.joins)).toEqual(['and', 'and', 'or', 'or']);
  expect(needsOf(rowsOf(needs))).toEqual(needs);
});

it('without the first line the next one stands first, whatever it joined', () =>
  expect(needsOf(rowsOf(needs).slice(2)).map(need => [need.id, need.alternatives?.length])).toEqual([['respiratory', 1]]));
