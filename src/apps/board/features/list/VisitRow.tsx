import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Pin } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../contract';
import { duration } from '../../../shared/time';
import { draggedWith } from '../../parts/dragged';
import { ReasonText } from '../../parts/ReasonText';
import { Urgency } from '../../parts/Urgency';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { isUnassigned, lateMinutes, riskKey, riskOf } from '../../store/risk';
import { selectedVisits, selectOne, toggleVisit } from '../../store/selection';

/** A visit: shape, patient, what, when, with whom; why nobody has it; how late it will be. Drag it onto the timeline. */
export function VisitRow({ visit, isChosen }: { visit: VisitView; isChosen: boolean }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { day, foreseen } = useBoard();
  const { store } = useDesk();
  const element = useRef<HTMLButtonElement>(null);
  const id = visit.id;
  useEffect(() => {
    if (!element.current) return;
    const known = () => new Map([...store.getSnapshot().desk.backlog, ...store.getSnapshot().foreseen.visits]);
    return draggable({
      element: element.current,
      getInitialData: () => ({ kind: 'visits', visits: draggedWith(id, selectedVisits(), known()), grabMs: 0 }),
    });
  }, [id, store]);

  const risk = riskOf(visit);
  const technician = visit.technician === null ? undefined : day.technicians.get(visit.technician);
  return (
    <button
      type="button" ref={element} className="row row-visit" aria-pressed={isChosen} data-risk={risk} data-unsure={foreseen.unsure.has(id) || undefined}
      onClick={event => { if (event.ctrlKey || event.metaKey || event.shiftKey) toggleVisit(id); else selectOne('visit', id); }}
    >
      <span className="row-line">
        <Urgency urgency={visit.urgency} />
        <span className="row-title">{visit.patientName}</span>
        {(visit.pinnedTechnician ?? visit.pinnedStart) !== null && <Pin size={12} aria-label={t('visit.pinned')} />}
        <span className="row-time">{visit.estimatedArrival ? zone.time(visit.estimatedArrival) : visit.deadline ? t('visit.by', { time: zone.moment(visit.deadline) }) : ''}</span>
      </span>
      <span className="row-line row-small">
        <span className="row-what">{visit.typeName}</span>
        <span>{technician?.name ?? (visit.status === 'Scheduled' || visit.status === 'Backlog' ? duration(visit.durationMinutes) : t(`status.${visit.status}`))}</span>
      </span>
      {isUnassigned(visit) && visit.unassignedReasons.slice(0, 2).map(reason => (
        <span key={reason.code + reason.text} className="row-reason"><ReasonText reason={reason} /></span>
      ))}
      {risk !== 'none' && (
        <span className="row-reason" data-risk={risk}>
          {t(riskKey(visit), { minutes: duration(lateMinutes(visit)) })}
          {visit.promise && ` · ${t('visit.promised', { interval: zone.interval(visit.promise.start, visit.promise.end) })}`}
        </span>
      )}
    </button>
  );
}
