import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ListOrdered, Lock, Pin, Users } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StopView } from '../../../contract';
import { millis } from '../../../shared/time';
import { UrgencyMark } from '../../../shared/UrgencyMark';
import { draggedWith } from '../../parts/dragged';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { riskOf } from '../../store/risk';
import { selectedVisits, selectOne, toggleVisit, useSelection } from '../../store/selection';
import { inLane } from './inLane';
import { neighbour } from './neighbour';
import { timeAt, xOf, type Scale } from './scale';

/** Narrower than this a bar shows its shape alone. */
const wordsFromPx = 44;

/** A visit in a row. Drag it; or Alt with the arrows; or M for "Move to…". */
export function VisitBar({ row, technician, stop, index, scale, lane, left, width }: {
  row: number;
  technician: string;
  stop: StopView;
  index: number;
  scale: Scale;
  /** 0 at the top of the row; further ones are for bars that would overlap. */
  lane: number;
  left: number;
  width: number;
}) {
  const { t } = useTranslation();
  const zone = useZone();
  const { commands, store } = useDesk();
  const { foreseen, day } = useBoard();
  const chosen = useSelection();
  const element = useRef<HTMLButtonElement>(null);
  const id = stop.visit;
  const visit = foreseen.visits.get(id);
  const isFixed = stop.state !== 'Planned';

  const scaleRef = useRef(scale);
  useEffect(() => { scaleRef.current = scale; });
  const startMs = millis(stop.startAt);
  useEffect(() => {
    const bar = element.current;
    if (!bar || isFixed) return;
    return draggable({
      element: bar,
      getInitialData: ({ input }) => ({
        kind: 'visits',
        visits: draggedWith(id, selectedVisits(), store.getSnapshot().foreseen.visits),
        grabMs: timeAt(scaleRef.current, input.clientX - bar.getBoundingClientRect().left) - scaleRef.current.fromMs,
      }),
    });
  }, [id, isFixed, store]);

  if (!visit) return null;
  const risk = riskOf(visit);
  const isChosen = selectedVisits(chosen).includes(id);
  const isOver = stop.state === 'Done' || stop.state === 'CouldNotBeDone';
  const click = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) toggleVisit(id);
    else selectOne('visit', id);
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === ' ') {
      event.preventDefault();
      toggleVisit(id);
    } else if (event.key === 'm' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      prompt({ kind: 'move', visits: isChosen ? selectedVisits(chosen) : [id] });
    } else if (event.altKey && event.key.startsWith('Arrow') && !isFixed) {
      event.preventDefault();
      const move = neighbour(store.getSnapshot().foreseen.routes, day.technicians, technician, id, event.key);
      if (move) void commands.move(move);
    }
  };

  const withWhom = visit.partner?.name ? `, ${t('visit.with', { name: visit.partner.name })}` : '';
  const promise = visit.promise && !isOver && stop.state !== 'Arrived' ? visit.promise : null;
  const bracketLeft = promise ? xOf(scale, millis(promise.start)) : 0;
  return (
    <>
      {promise && (
        <i className="promise" data-risk={risk} data-chosen={isChosen || undefined} style={{ left: bracketLeft, width: xOf(scale, millis(promise.end)) - bracketLeft, ...inLane(lane) }} />
      )}
      <button
        type="button" ref={element} className="bar" data-row={row} data-visit={id} aria-pressed={isChosen}
        data-state={stop.state} data-risk={risk} data-urgency={visit.urgency} data-unsure={foreseen.unsure.has(id) || undefined}
        style={{ left, width, ...inLane(lane) }} onClick={click} onDoubleClick={() => prompt({ kind: 'move', visits: [id] })} onKeyDown={keyed}
        title={`${visit.urgency} ${visit.patientName}, ${visit.typeName}, ${zone.time(startMs)}${withWhom}`}
        aria-label={t('timeline.bar', {
          index, urgency: visit.urgency, name: visit.patientName, type: visit.typeName + withWhom, time: zone.time(startMs), state: t(`stop.${stop.state}`),
          risk: risk === 'none' ? '' : t(risk === 'broken' ? 'visit.late' : 'visit.atRisk'),
        })}
      >
        <UrgencyMark urgency={visit.urgency} size={10} />
        {width >= wordsFromPx && <span>{shortName(visit.patientName)}</span>}
        {visit.partner && <Users size={10} aria-hidden />}
        {(visit.pinnedTechnician ?? visit.pinnedStart) !== null && <Pin size={10} aria-hidden />}
        {stop.isOrderKept && !isFixed && <ListOrdered size={10} aria-hidden />}
        {stop.isFrozen && !stop.isOrderKept && !isFixed && <Lock size={10} aria-hidden />}
      </button>
    </>
  );
}

/** The last word of a name: enough to know whom, short enough for a bar. */
function shortName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? name;
}
