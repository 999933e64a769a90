import { useTranslation } from 'react-i18next';
import { useBoard } from '../../store/desk';
import { prompt } from '../../store/prompts';

/** Below the waiting list: to its planning, and whether days are proposed. */
export function BacklogFoot() {
  const { t } = useTranslation();
  const { backlog, backlogPlan } = useBoard().desk;
  const waits = backlogPlan?.proposal?.visits.filter(day => backlog.has(day.visit)).length ?? 0;
  return (
    <p className="backlog-foot">
      <span className="muted">{backlogPlan?.isPlanning ? t('backlog.planning') : waits > 0 ? t('backlog.waits', { count: waits }) : ''}</span>
      <button type="button" onClick={() => prompt({ kind: 'backlog' })}>{t('backlog.open')}</button>
    </p>
  );
}
