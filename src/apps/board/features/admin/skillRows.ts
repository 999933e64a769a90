import type { SkillChoice, SkillRequirement } from '../../../contract';

/** One line of the form: a skill, and whether it is needed besides the line above or will do instead of it. */
export interface SkillRow extends SkillChoice {
  readonly joins: 'and' | 'or';
}

/** What a visit asks for, as lines. */
export const rowsOf = (needs: readonly SkillRequirement[]): SkillRow[] =>
  needs.flatMap(need => [need, ...(need.alternatives ?? [])].map(({ id, minLevel }, at): SkillRow => ({ id, minLevel, joins: at === 0 ? 'and' : 'or' })));

/** What the lines ask for; the first line joins nothing. */
export function needsOf(rows: readonly SkillRow[]): SkillRequirement[] {
  const needs: SkillRequirement[] = [];
  for (const { id, minLevel, joins } of rows) {
    const last = needs.at(-1);
    if (joins === 'or' && last) needs[needs.length - 1] = { ...last, alternatives: [...(last.alternatives ?? []), { id, minLevel }] };
    else needs.push({ id, minLevel, alternatives: null });
  }
  return needs;
}
