import { ArrowRightLeft, CalendarDays, GitCompareArrows, ListOrdered, MessageSquare, Pencil, Pin, PinOff, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../contract';
import { useDesk } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { selectedVisits } from '../../store/selection';

/** What a dispatcher can do with a visit; what has begun can no longer be moved. */
export function VisitActions({ visit }: { visit: VisitView }) {
  const { t } = useTranslation();
  const { commands } = useDesk();
  const isOpen = visit.status === 'Scheduled' || visit.status === 'Backlog';
  const isUnderWay = visit.status === 'OnTheWay' || visit.status === 'Arrived';
  const isPinned = visit.pinnedTechnician !== null || visit.pinnedStart !== null;
  const { id, technician } = visit;
  if (!isOpen && !isUnderWay) return null;
  return (
    <div className="actions" role="group" aria-label={t('details.actions')}>
      {visit.status === 'Scheduled' && (
        <button type="button" className="primary" onClick={() => prompt({ kind: 'move', visits: selectedVisits() })}><ArrowRightLeft size={16} aria-hidden /> {t('action.move')}</button>
      )}
      {visit.status === 'Scheduled' && technician !== null && (
        <button type="button" onClick={() => void commands.pin(id, !isPinned, false)}>
          {isPinned ? <PinOff size={16} aria-hidden /> : <Pin size={16} aria-hidden />} {t(isPinned ? 'action.unpin' : 'action.pin')}
        </button>
      )}
      {visit.status === 'Scheduled' && technician !== null && !isPinned && (
        <button type="button" onClick={() => void commands.pin(id, true, true)}><Pin size={16} aria-hidden /> {t('action.pinTime')}</button>
      )}
      {visit.status === 'Scheduled' && technician !== null && (
        <button type="button" aria-pressed={visit.keepsOrder} onClick={() => void commands.keepOrder(id, visit.pinnedStart !== null, !visit.keepsOrder)}><ListOrdered size={16} aria-hidden /> {t('action.keepOrder')}</button>
      )}
      {isOpen && <button type="button" onClick={() => prompt({ kind: 'reschedule', visit: id })}><CalendarDays size={16} aria-hidden /> {t('action.reschedule')}</button>}
      {technician !== null && <button type="button" onClick={() => prompt({ kind: 'what-if', visit: id })}><GitCompareArrows size={16} aria-hidden /> {t('action.whatIfLonger')}</button>}
      <button type="button" onClick={() => prompt({ kind: 'edit', visit: id })}><Pencil size={16} aria-hidden /> {t('action.edit')}</button>
      {technician !== null && <button type="button" onClick={() => prompt({ kind: 'write', technician })}><MessageSquare size={16} aria-hidden /> {t('action.write')}</button>}
      <button type="button" onClick={() => prompt({ kind: 'cancel', visit: id })}><X size={16} aria-hidden /> {t('action.cancel')}</button>
    </div>
  );
}
