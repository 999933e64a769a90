import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { lacking } from '../../parts/lacking';
import { skillNames } from '../../parts/skillNames';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { tell } from '../../store/notices';
import { dropMove, type Dragged } from './drop';
import { laneCount, lanesOf } from './lanes';
import { NowLine, NowTime } from './NowLine';
import { ProposalArrows } from './ProposalArrows';
import { leastPxPerHour, marks, mostPxPerHour, snapped, span, timeAt, weekPxPerHour, widthOf, xOf, type Scale } from './scale';
import { TechnicianRow } from './TechnicianRow';
import { useComingWeek } from './useComingWeek';
import './styles/rows.css';
import './styles/pieces.css';
import './styles/bars.css';

/** Height of a lane of a technician's row in pixels; the style sheet says the same. */
const lanePx = 28;
/** Height of the axis. */
const axisPx = 26;
/** Width of the names at the left; the style sheet says the same. */
export const namesPx = 168;

/** An hour this wide gives the shortest visits, of a quarter of an hour, a target of 24 px (WCAG 2.5.8). */
const usualPxPerHour = 96;
/** How much of the past is seen when the board opens, in milliseconds. */
const pastMs = 90 * 60_000;

const weekMs = 7 * 86_400_000;
const noLanes: readonly number[] = [];

/** Where a dragged visit would be put down. */
export interface DropTarget {
  readonly technician: string;
  readonly atMs: number;
  /** The names of the skills that are missing there: then it is refused before it is let go. */
  readonly lacks: string;
}

/** One row a technician: drives, visits, waiting, breaks, promises, and the line at now. */
export function TimelinePane() {
  const { t } = useTranslation();
  const { commands, store, territory } = useDesk();
  const { foreseen, day } = useBoard();
  const zone = useZone();
  const scroller = useRef<HTMLDivElement>(null);
  // Null is the usual width of an hour, or wider where the whole day fits with room to spare.
  const [pxPerHour, setPxPerHour] = useState<number | 'whole-day' | null>(null);
  const [target, setTarget] = useState<DropTarget | null>(null);

  const technicians = useMemo(() => [...day.technicians.values()].sort((a, b) => a.name.localeCompare(b.name)), [day.technicians]);
  const fallback = Temporal.PlainDate.from(day.date).toZonedDateTime({ timeZone: territory.timeZone, plainTime: '08:00' }).epochMilliseconds;
  const { fromMs, toMs } = useMemo(() => span(technicians, foreseen.routes.values(), fallback), [technicians, foreseen.routes, fallback]);
  const width = useWidth(scroller);
  const fitting = Math.max(leastPxPerHour, (width - namesPx - 16) / ((toMs - fromMs) / 3_600_000));
  const isWeek = typeof pxPerHour === 'number' && pxPerHour < weekPxPerHour;
  const week = useComingWeek(day.date, isWeek);
  const scale: Scale = useMemo(() => ({
    fromMs, toMs: isWeek ? Math.max(toMs, fromMs + weekMs) : toMs,
    pxPerHour: pxPerHour === 'whole-day' ? fitting : Math.max(pxPerHour ?? fitting, pxPerHour === null ? usualPxPerHour : 0),
  }), [fromMs, toMs, isWeek, pxPerHour, fitting]);
  const marked = useMemo(() => marks(scale, territory.timeZone), [scale, territory.timeZone]);
  const lanes = useMemo(() => new Map([...foreseen.routes].map(([id, route]) => [id, lanesOf(route, scale)])), [foreseen.routes, scale]);
  const heights = useMemo(() => technicians.map(known => laneCount(lanes.get(known.id)) * lanePx), [technicians, lanes]);
  const virtual = useVirtualizer({
    count: technicians.length, getScrollElement: () => scroller.current, estimateSize: row => heights[row] ?? lanePx, overscan: 4, paddingStart: axisPx,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, heights]);

  const barTop = useCallback((technician: string, visit?: string) => {
    const row = technicians.findIndex(known => known.id === technician);
    if (row < 0) return null;
    const stop = visit === undefined ? -1 : foreseen.routes.get(technician)?.stops.findIndex(known => known.visit === visit) ?? -1;
    return heights.slice(0, row).reduce((sum, height) => sum + height, axisPx) + (lanes.get(technician)?.[stop] ?? 0) * lanePx;
  }, [technicians, foreseen.routes, heights, lanes]);

  const openDay = useCallback(() => setPxPerHour(null), []);
  const zoom = (factor: number, anchorX: number) => {
    const box = scroller.current;
    if (!box) return;
    const anchorMs = timeAt(scale, anchorX + box.scrollLeft - namesPx);
    const next = Math.min(Math.max(scale.pxPerHour * factor, leastPxPerHour), mostPxPerHour);
    setPxPerHour(next);
    requestAnimationFrame(() => { box.scrollLeft = xOf({ ...scale, pxPerHour: next }, anchorMs) + namesPx - anchorX; });
  };
  const zoomRef = useRef(zoom);
  useEffect(() => { zoomRef.current = zoom; });

  // React listens passively to the wheel; zooming must keep the browser from zooming the page.
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomRef.current(Math.exp(-event.deltaY / 300), event.clientX - box.getBoundingClientRect().left);
    };
    box.addEventListener('wheel', wheel, { passive: false });
    return () => box.removeEventListener('wheel', wheel);
  }, []);

  // Motion tells of visits that moved: where only the scale changes, bars are there at once.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    box.dataset['still'] = '';
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => { delete box.dataset['still']; }));
    return () => cancelAnimationFrame(frame);
  }, [scale]);

  const scaleRef = useRef(scale);
  useEffect(() => { scaleRef.current = scale; });
  useEffect(() => {
    const where = (input: { clientX: number }, grabMs: number) => {
      const box = scroller.current;
      if (!box) return null;
      return snapped(timeAt(scaleRef.current, input.clientX - box.getBoundingClientRect().left + box.scrollLeft - namesPx) - grabMs);
    };
    const over = (location: { current: { input: { clientX: number }; dropTargets: { data: Record<string | symbol, unknown> }[] } }, source: Dragged): DropTarget | null => {
      const technician = location.current.dropTargets[0]?.data['technician'];
      const atMs = where(location.current.input, source.grabMs);
      if (typeof technician !== 'string' || atMs === null) return null;
      const { day: shown, foreseen: now, desk } = store.getSnapshot();
      const known = shown.technicians.get(technician);
      const visits = source.visits.map(id => now.visits.get(id) ?? desk.backlog.get(id)).filter(visit => visit !== undefined);
      const missing = known ? lacking(known, visits, shown.date) : [];
      return { technician, atMs, lacks: skillNames(territory, missing) };
    };
    return monitorForElements({
      canMonitor: ({ source }) => source.data['kind'] === 'visits',
      onDrag: ({ location, source }) => setTarget(over(location, source.data as unknown as Dragged)),
      onDropTargetChange: ({ location, source }) => setTarget(over(location, source.data as unknown as Dragged)),
      onDrop: ({ location, source }) => {
        const dragged = source.data as unknown as Dragged;
        const dropped = over(location, dragged);
        setTarget(null);
        if (!dropped) return;
        const { foreseen: now, day: shown } = store.getSnapshot();
        if (dropped.lacks) {
          const name = shown.technicians.get(dropped.technician)?.name ?? '';
          tell('refused', { code: 'skill-missing', text: t('timeline.lacks', { name, skills: dropped.lacks }), values: { technicians: name, skills: dropped.lacks } });
          return;
        }
        const move = dropMove(now.routes, dragged.visits, dropped);
        if (move) void commands.move(move, dropped.atMs);
      },
    });
  }, [commands, store, territory, t]);

  // The board opens at now, not at daybreak.
  const isHere = technicians.length > 0;
  useEffect(() => {
    const box = scroller.current;
    if (isHere && box) box.scrollLeft = Math.max(0, xOf(scaleRef.current, store.clock.now() - pastMs));
  }, [isHere, day.date, store]);

  const arrow = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    const focused = document.activeElement as HTMLElement | null;
    if (!step || !focused?.dataset['row']) return;
    event.preventDefault();
    moveFocus(scroller.current, focused, step[0] ?? 0, step[1] ?? 0);
  };

  return (
    <>
      <div className="timeline-tools">
        <button type="button" className="icon-button" aria-label={t('timeline.zoomOut')} onClick={() => zoom(1 / 1.5, namesPx + 300)}><ZoomOut size={16} aria-hidden /></button>
        <button type="button" className="icon-button" aria-label={t('timeline.zoomIn')} onClick={() => zoom(1.5, namesPx + 300)}><ZoomIn size={16} aria-hidden /></button>
        <button type="button" className="quiet" onClick={() => setPxPerHour('whole-day')}>{t('timeline.fit')}</button>
      </div>
      <div className="timeline" ref={scroller} onKeyDown={arrow} data-dragging={target !== null || undefined}>
        <div className="timeline-canvas" style={{ width: namesPx + widthOf(scale), height: virtual.getTotalSize() }}>
          <div className="timeline-axis">
            {marked.filter(at => xOf(scale, at) >= 18).map(at => (
              <span key={at} style={{ left: namesPx + xOf(scale, at) }}>{isWeek ? zone.moment(new Date(at).toISOString()).replace(/ 00:00$/, '') : zone.time(at)}</span>
            ))}
            <NowTime scale={scale} left={namesPx} />
          </div>
          {marked.map(at => <i key={at} className="timeline-grid" style={{ left: namesPx + xOf(scale, at) }} />)}
          {virtual.getVirtualItems().map(item => {
            const technician = technicians[item.index];
            return technician && (
              <TechnicianRow
                key={technician.id} row={item.index} technician={technician} scale={scale} top={item.start} height={item.size} lanes={lanes.get(technician.id) ?? noLanes}
                target={target?.technician === technician.id ? target : null} week={week} openDay={openDay}
              />
            );
          })}
          <ProposalArrows scale={scale} left={namesPx} barTop={barTop} />
          <NowLine scale={scale} left={namesPx} />
        </div>
        {technicians.length === 0 && <p className="empty">{day.number < 0 ? t('loading') : t('timeline.empty')}</p>}
      </div>
    </>
  );
}

/** The width of a box as it changes: panes open and close beside it. */
function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(innerWidth - 300);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => { if (entry) setWidth(entry.contentRect.width); });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

/** Moves focus to the next bar in the row, or to the bar nearest in time in the next row that has one. */
function moveFocus(root: HTMLElement | null, from: HTMLElement, rows: number, bars: number): void {
  const row = Number(from.dataset['row']);
  const inRow = (index: number) => [...(root?.querySelectorAll<HTMLElement>(`[data-row="${index}"]`) ?? [])];
  if (bars !== 0) {
    const all = inRow(row);
    all[all.indexOf(from) + bars]?.focus();
    return;
  }
  const x = from.getBoundingClientRect().left;
  const nearest = inRow(row + rows).sort((a, b) => Math.abs(a.getBoundingClientRect().left - x) - Math.abs(b.getBoundingClientRect().left - x))[0];
  nearest?.focus();
}
