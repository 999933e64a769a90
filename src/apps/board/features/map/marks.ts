import type { TFunction } from 'i18next';
import { decodePolyline, type ClosureView, type DayPartView, type PositionView, type TechnicianView, type VisitView } from '../../../contract';
import type { ClosureMark } from '../../../map/closureLayer';
import { isOld, opacityOf } from '../../../map/fade';
import type { PathLine } from '../../../map/pathLayer';
import type { StopMark } from '../../../map/stopLayer';
import type { VanMark } from '../../../map/technicianLayer';
import type { TrafficMark } from '../../../map/trafficLayer';
import type { VisitMark } from '../../../map/visitLayer';
import { duration, minutesBetween } from '../../../shared/time';
import { stepOf, trafficText } from '../../parts/trafficText';
import type { BoardSnapshot } from '../../store/boardStore';
import { isCalling, isUnassigned, riskOf } from '../../store/risk';
import { selectedVisits, type Selection } from '../../store/selection';
import type { SlowerStreet } from '../../store/traffic';

/** Colours of the theme, read from the style sheet. */
export interface Palette {
  readonly surface: string;
  readonly raised: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly warn: string;
  readonly danger: string;
  readonly routes: readonly string[];
  /** Slower streets, three steps. */
  readonly traffic: readonly string[];
}

/** Reads the palette that the theme shows now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    surface: of('--surface'), raised: of('--surface-raised'), ink: of('--ink'), muted: of('--ink-muted'), line: of('--line-strong'), accent: of('--accent'),
    warn: of('--warn-mark'), danger: of('--danger'), routes: [1, 2, 3, 4, 5, 6].map(index => of(`--route-${index}`)),
    traffic: [1, 2, 3].map(step => of(`--traffic-${step}`)),
  };
}

/** The technicians whose routes are drawn, each with its colour: those asked for, and whom the selection is about. */
export function shownRoutes(chosen: Selection, selected: string | null, palette: Palette): ReadonlyMap<string, string> {
  const shown = new Map(chosen.coloured.map((id, index) => [id, palette.routes[index] ?? palette.accent]));
  if (selected !== null && !shown.has(selected)) shown.set(selected, palette.accent);
  return shown;
}

/** The vans; those of drawn routes in their colour, all others grey. */
export function vanMarks(
  positions: readonly PositionView[], technicians: ReadonlyMap<string, TechnicianView>, routes: ReadonlyMap<string, string>, selected: string | null, now: number,
  palette: Palette,
): VanMark[] {
  return positions.flatMap(position => {
    const technician = technicians.get(position.technician);
    if (!technician) return [];
    const age = minutesBetween(position.fixAt, now);
    const colour = routes.get(position.technician);
    return [{
      id: position.technician, place: position.position, heading: position.headingDegrees, age: isOld(age) ? duration(age) : '', opacity: opacityOf(age),
      initials: technician.initials, fill: colour ?? palette.raised, ink: colour ? palette.surface : palette.ink, ring: selected === position.technician ? palette.ink : palette.muted,
      isRingBroken: technician.duty !== 'OnDuty', isChosen: selected === position.technician,
    }];
  });
}

/** Closed and slower streets, in the words of the reader. */
export function closureMarks(closures: readonly ClosureView[], streets: ReadonlyMap<string, readonly string[]>, t: TFunction): ClosureMark[] {
  return closures.map(({ id, shape, isArea, factor, reason }) => ({
    id, isArea, isClosed: factor === null, shape: shape.map(point => [point.longitude, point.latitude] as const),
    streets: (streets.get(id) ?? []).map(decodePolyline), label: [factor === null ? t('closures.closed') : t('closures.times', { factor }), reason].filter(Boolean).join(': '),
  }));
}

const sides = { Left: -1, Middle: 0, Right: 1 } as const;

/** A street that is slower than the map says, in the words of the reader. */
export function trafficMark(street: SlowerStreet, part: DayPartView, t: TFunction, language: string): TrafficMark {
  return { points: street.points, step: stepOf(street.factor), side: sides[street.side], text: trafficText(street, part, t, language) };
}

/** The visits that are not drawn as numbered stops. */
export function visitMarks(board: BoardSnapshot, chosen: Selection, routes: ReadonlyMap<string, string>): VisitMark[] {
  const selected = selectedVisits(chosen);
  const calling = new Set([...board.desk.alarms.values()].filter(isCalling).map(alarm => alarm.visit));
  return [...board.foreseen.visits.values()]
    .filter(visit => visit.status !== 'Cancelled' && (visit.technician === null || !routes.has(visit.technician)))
    .map(visit => {
      const tone = toneOf(visit, calling.has(visit.id));
      const isDone = visit.status === 'Done' || visit.status === 'CouldNotBeDone';
      const isNamed = isUnassigned(visit) || selected.includes(visit.id);
      return {
        id: visit.id, place: visit.place, urgency: visit.urgency, tone, isDone, isChosen: selected.includes(visit.id), label: isNamed ? visit.patientName : '',
        isLoud: isNamed || tone !== 'plain' || (!isDone && (visit.urgency === 'P0' || visit.urgency === 'P1')),
      };
    });
}

function toneOf(visit: VisitView, isCalled: boolean): VisitMark['tone'] {
  const risk = riskOf(visit);
  const isUrgent = visit.urgency === 'P0' || visit.urgency === 'P1';
  if (isCalled || risk === 'broken' || (isUrgent && isUnassigned(visit))) return 'danger';
  return risk === 'at-risk' ? 'warn' : 'plain';
}

/** The numbered stops of the drawn routes. */
export function stopMarks(board: BoardSnapshot, chosen: Selection, routes: ReadonlyMap<string, string>): StopMark[] {
  const selected = selectedVisits(chosen);
  return [...routes].flatMap(([technician, colour]) => (board.foreseen.routes.get(technician)?.stops ?? []).flatMap((stop, index) => {
    const visit = board.foreseen.visits.get(stop.visit);
    if (!visit) return [];
    return [{
      id: stop.visit, place: visit.place, number: index + 1, colour, isDone: stop.state === 'Done' || stop.state === 'CouldNotBeDone',
      isChosen: selected.includes(stop.visit),
    }];
  }));
}

/** The drives still ahead of the drawn routes; the leg under way is the first of them. */
export function pathLines(board: BoardSnapshot, routes: ReadonlyMap<string, string>): PathLine[] {
  return [...routes].flatMap(([technician, colour]) => {
    const stops = board.day.routes.get(technician)?.stops ?? [];
    const legs = board.day.paths.get(technician)?.legs ?? [];
    return legs.flatMap((leg, index) => {
      const state = stops[index]?.state ?? 'Planned';
      if (leg === '' || (state !== 'Planned' && state !== 'OnTheWay')) return [];
      return [{ id: `${technician}/${index}`, points: decodePolyline(leg), colour, isNow: state === 'OnTheWay' }];
    });
  });
}
