import type { SkillRequirement, TerritoryProfile } from '../../contract';

/** "Ventilation 2", or "Ventilation 2 / Respiratory care 3" where either will do; by the territory's names. */
export function skillNames(territory: TerritoryProfile, needs: readonly SkillRequirement[]): string {
  const name = (skill: string) => territory.skills.find(known => known.id === skill)?.name ?? skill;
  return needs.map(need => [need, ...(need.alternatives ?? [])].map(choice => `${name(choice.id)} ${choice.minLevel}`).join(' / ')).join(', ');
}
