import type { TechnicianDayView, TechnicianStop } from '../../contract';
import { isClosed } from '../day/withReports';

/** A row of the route: a stop with its place in the order, or the break. */
export type RouteRow =
  | { kind: 'stop'; at: number; stop: TechnicianStop; spareSeconds: number }
  | { kind: 'break'; startAt: string; minutes: number };

/** Less spare time than this between arrival and start is not worth a word. */
const leastSpareSeconds = 300;

/** The route from top to bottom, the break where it falls. */
export function routeRows(day: TechnicianDayView): RouteRow[] {
  const rows: RouteRow[] = day.stops.map((stop, index) => {
    const spare = (Date.parse(stop.stop.startAt) - Date.parse(stop.stop.arriveAt)) / 1000;
    return { kind: 'stop', at: index + 1, stop, spareSeconds: spare >= leastSpareSeconds && !isClosed(stop.stop.state) ? spare : 0 };
  });
  if (!day.breakStart || day.breakMinutes <= 0) return rows;
  const breakMs = Date.parse(day.breakStart);
  const before = rows.findIndex(row => row.kind === 'stop' && Date.parse(row.stop.stop.startAt) >= breakMs);
  rows.splice(before < 0 ? rows.length : before, 0, { kind: 'break', startAt: day.breakStart, minutes: day.breakMinutes });
  return rows;
}
