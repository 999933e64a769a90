import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Coffee } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TechnicianView } from '../../../contract';
import { useZone } from '../../parts/useZone';
import { useBoard } from '../../store/desk';
import { duration, millis } from '../../../shared/time';
import { select, selectOne, toggleColour, useSelection } from '../../store/selection';
import { piecesOf, type Piece } from './bars';
import { blockOf, type DayBlock } from './dayBlocks';
import { inLane } from './inLane';
import { barPlace, isWeekOn } from './lanes';
import { xOf, type Scale } from './scale';
import type { DropTarget } from './TimelinePane';
import { VisitBar } from './VisitBar';

/** A technician: who and in what state at the left, the day to the right. */
export const TechnicianRow = memo(function TechnicianRow({ row, technician, scale, top, height, lanes, target, week, openDay }: {
  row: number;
  technician: TechnicianView;
  scale: Scale;
  top: number;
  height: number;
  /** The lane of each stop of the route. */
  lanes: readonly number[];
  target: DropTarget | null;
  /** The days that follow, where hours are short enough for them. */
  week: readonly DayBlock[];
  /** Makes hours wide enough for the visits of the day that is shown. */
  openDay: () => void;
}) {
  const { t } = useTranslation();
  const zone = useZone();
  const { foreseen, day } = useBoard();
  const chosen = useSelection();
  const element = useRef<HTMLDivElement>(null);
  const { id } = technician;
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({ element: element.current, getData: () => ({ technician: id }), canDrop: ({ source }) => source.data['kind'] === 'visits' });
  }, [id]);

  const route = foreseen.routes.get(id);
  const isWeek = isWeekOn(scale);
  const pieces = useMemo(() => (route && !isWeek ? piecesOf(route) : []), [route, isWeek]);
  const today = isWeek && route ? blockOf(day.date, route) : null;
  const blocks = [...(today ? [today] : []), ...week.filter(block => block.technician === id)];
  const colour = chosen.coloured.indexOf(id);
  const isChosen = chosen.kind === 'technician' && chosen.id === id;
  const place = (from: number, to: number) => ({ left: xOf(scale, from), width: Math.max(1, xOf(scale, to) - xOf(scale, from)) });
  const laneOf = (piece: Piece) => (piece.stopIndex === null ? 0 : lanes[piece.stopIndex] ?? 0);
  const overtime = route && route.overtimeMinutes > 0 ? duration(route.overtimeMinutes) : null;
  // On duty and in time is what is usual, and says nothing.
  const state = technician.unansweredSince !== null ? t('timeline.unanswered')
    : technician.duty !== 'OnDuty' ? t(`duty.short.${technician.duty}`) : overtime !== null ? t('timeline.overtimeShort', { minutes: overtime }) : '';
  const told = [
    technician.duty === 'Out' ? `${t('duty.Out')}: ${technician.outReason}` : t(`duty.${technician.duty}`),
    technician.unansweredSince !== null && t('technician.unanswered', { time: zone.time(technician.unansweredSince) }),
    overtime !== null && t('timeline.overtime', { minutes: overtime }),
  ].filter(Boolean).join(', ');
  const ghosts = [...day.proposals.values()].flatMap(proposal => proposal.moves).filter(move => move.to === id && move.newArrival !== null);

  return (
    <div
      className="timeline-row" ref={element} style={{ top, height, ...(colour >= 0 ? { '--route': `var(--route-${colour + 1})` } : {}) }}
      data-chosen={isChosen || undefined} data-coloured={colour >= 0 || undefined} data-target={target === null ? undefined : target.lacks ? 'refused' : 'open'} data-duty={technician.duty}
    >
      <div className="timeline-name">
        <button type="button" className="timeline-initials" aria-pressed={colour >= 0} title={t('timeline.colour')} aria-label={`${technician.initials}: ${t('timeline.colourOf', { name: technician.name })}`} onClick={() => toggleColour(id)}>
          {technician.initials}
        </button>
        <button
          type="button" className="timeline-who" data-row={row} aria-pressed={isChosen} title={`${technician.name}, ${told}`} onClick={() => selectOne('technician', id)}
        >
          <span>{technician.name}</span>
          {state && <small data-risk={technician.unansweredSince !== null ? 'at-risk' : undefined}>{state}</small>}
        </button>
      </div>
      <div className="timeline-track">
        {technician.shiftStart !== null && technician.shiftEnd !== null && (
          <i className="timeline-shift" style={place(millis(technician.shiftStart), millis(technician.shiftEnd))} />
        )}
        {pieces.map((piece, index) => piece.kind === 'visit'
          ? <VisitBar key={piece.stop.visit} row={row} technician={id} stop={piece.stop} index={piece.stopIndex + 1} scale={scale} lane={laneOf(piece)} {...barPlace(scale, piece.from, piece.to)} />
          : (
            <i key={`${piece.kind}${index}`} className={`piece-${piece.kind}`} data-done={(piece.kind === 'drive' && piece.isDone) || undefined} style={{ ...place(piece.from, piece.to), ...inLane(laneOf(piece)) }}>
              {piece.kind === 'break' && <Coffee size={12} aria-label={t('timeline.break')} />}
            </i>
          ))}
        {blocks.map(block => (
          <button
            key={block.date} type="button" className="day-block" data-row={row} style={barPlace(scale, block.from, block.to)} onClick={() => (block === today ? openDay() : select({ day: block.date }))}
            aria-label={t('timeline.dayBlock', { day: zone.day(block.date), count: block.visits, from: zone.time(block.from), to: zone.time(block.to) })}
          >
            {block.visits}
          </button>
        ))}
        {ghosts.map(move => {
          const visit = foreseen.visits.get(move.visit);
          const at = move.newArrival === null ? 0 : millis(move.newArrival);
          return visit && (
            <i key={move.visit} className="ghost" title={t('proposal.ghost', { name: visit.patientName })} style={place(at, at + visit.durationMinutes * 60_000)}>{visit.patientName}</i>
          );
        })}
        {target && <i className="drop-mark" style={{ left: xOf(scale, target.atMs) }}><b>{target.lacks ? t('move.lacks', { skills: target.lacks }) : zone.time(target.atMs)}</b></i>}
      </div>
    </div>
  );
});
