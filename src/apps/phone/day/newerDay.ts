import type { TechnicianDayView } from '../../contract';

/**
 * Which of two versions of the day to show: the one that came, unless it is an older number of the same day.
 * The first view after a connection was made is always taken: the server may have started to count anew.
 */
export function newerDay(kept: TechnicianDayView | null, came: TechnicianDayView, isFirst: boolean): TechnicianDayView {
  if (!kept || isFirst || kept.technician !== came.technician || kept.date !== came.date) return came;
  return came.number >= kept.number ? came : kept;
}
