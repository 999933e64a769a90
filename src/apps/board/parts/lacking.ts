import type { LocalDate, SkillRequirement, TechnicianView, VisitView } from '../../contract';

/** The skills that a technician lacks for these visits on this day; empty if all are there. The server decides; this only says so beforehand. */
export function lacking(technician: TechnicianView, visits: readonly VisitView[], day: LocalDate): SkillRequirement[] {
  const isHeld = (skill: string, level: number) =>
    technician.skills.some(held => held.id === skill && held.level >= level && (held.expires === null || held.expires >= day));
  const missing = visits.flatMap(visit => visit.skills).filter(need => ![need, ...(need.alternatives ?? [])].some(choice => isHeld(choice.id, choice.minLevel)));
  return [...new Map(missing.map(need => [JSON.stringify(need), need])).values()];
}
