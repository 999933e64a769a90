import type { MoveVisits, WhatIf } from '../../../contract';

/** What is supposed, as the form holds it. */
export interface Supposed {
  readonly out: readonly string[];
  readonly longer: readonly { readonly visit: string; readonly extraMinutes: number }[];
  readonly missing: readonly { readonly technician: string; readonly part: string; readonly left: number }[];
  readonly moves: readonly MoveVisits[];
  readonly improve: boolean;
}

/** Nothing is supposed yet. */
export const nothingSupposed: Supposed = { out: [], longer: [], missing: [], moves: [], improve: false };

/** The question to the planner; null while there is nothing to ask, or a line is not filled in. */
export function whatIfOf(supposed: Supposed): WhatIf | null {
  const { out, longer, missing, moves, improve } = supposed;
  if (out.length + longer.length + missing.length + moves.length === 0 && !improve) return null;
  const isComplete = longer.every(line => line.visit !== '' && line.extraMinutes >= 1 && line.extraMinutes <= 480)
    && missing.every(line => line.technician !== '' && line.part !== '' && line.left >= 0);
  return isComplete ? { out: [...out], longer: [...longer], missing: [...missing], moves: [...moves], improve } : null;
}

/** What can be done at once of what is supposed: only what is one command of a dispatcher's. */
export function deedOf(supposed: Supposed): { kind: 'move'; move: MoveVisits } | { kind: 'out'; technician: string } | { kind: 'missing'; line: Supposed['missing'][number] } | null {
  const { out, longer, missing, moves } = supposed;
  if (longer.length > 0 || out.length + missing.length + moves.length !== 1) return null;
  const [[move], [technician], [line]] = [moves, out, missing];
  if (move) return { kind: 'move', move };
  if (technician) return { kind: 'out', technician };
  return line ? { kind: 'missing', line } : null;
}
