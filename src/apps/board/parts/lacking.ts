import type { LocalDate, TechnicianView, VisitView } from '../../contract';

/** The skills that a technician lacks for these visits on this day; empty if all are there. The server decides; this only says so beforehand. */
export function lacking(technician: TechnicianView, visits: readonly VisitView[], day: LocalDate): string[] {
  const isHeld = (skill: string, level: number) =>
    technician.skills.some(held => held.id === skill && held.level >= level && (held.expires === null || held.expires >= day));
  const missing = visits.flatMap(visit => visit.skills).filter(skill => !isHeld(skill.id, skill.minLevel)).map(skill => skill.id);
  return [...new Set(missing)];
}
