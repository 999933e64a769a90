import type { PlanFigures } from '../../contract';
import { hours } from '../../shared/time';

/** What two plans are compared by; of each, less is better. */
export const figureNames = ['driving', 'overtime', 'late', 'broken', 'unassigned', 'cost'] as const;
export type FigureName = (typeof figureNames)[number];

/** A figure in one number: minutes, or how many. */
export function figureOf(name: FigureName, figures: PlanFigures): number {
  switch (name) {
    case 'driving': return figures.driveSeconds / 60;
    case 'overtime': return figures.overtimeMinutes;
    case 'late': return sum(figures.lateMinutesByUrgency);
    case 'broken': return figures.promisesBroken;
    case 'unassigned': return sum(figures.unassignedByUrgency);
    case 'cost': return figures.cost / 60;
  }
}

/** The same in words: "38 h 20", or "3". */
export const figureText = (name: FigureName, value: number) => (name === 'broken' || name === 'unassigned' ? String(value) : hours(value));

/** A difference with its sign: "+ 12 min", "− 2"; empty where there is none worth telling. */
export function changeText(name: FigureName, change: number): string {
  const text = figureText(name, Math.abs(change));
  return Math.round(change) === 0 ? '' : `${change > 0 ? '+' : '−'} ${text}`;
}

/** Costs by rule, the dearest first, in minutes of driving; rules that cost less than half a minute are left out. */
export function costsInMinutes(costs: Readonly<Record<string, number>>): [rule: string, minutes: number][] {
  return Object.entries(costs).map(([rule, seconds]): [string, number] => [rule, seconds / 60])
    .filter(([, minutes]) => Math.abs(minutes) >= 0.5).sort(([, a], [, b]) => b - a);
}

/** Of all promises, those that hold, in hundredths rounded down: 100 means every one. */
export function promisesKeptPercent(figures: PlanFigures): number {
  const all = figures.promisesKept + figures.promisesBroken;
  return all === 0 ? 100 : Math.floor((100 * figures.promisesKept) / all);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
