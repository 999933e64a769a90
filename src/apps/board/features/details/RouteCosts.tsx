import { useTranslation } from 'react-i18next';
import type { RouteCostsView } from '../../../contract';
import { Costs } from '../../parts/Costs';
import { useAnswer } from '../../parts/useAnswer';
import { useDesk } from '../../store/desk';

/** What each rule costs on a technician's route; nothing where the plan has not said. `version` says when to ask anew. */
export function RouteCosts({ technician, date, version }: { technician: string; date: string; version: number }) {
  const { t } = useTranslation();
  const { territory } = useDesk();
  const read = useAnswer<RouteCostsView>(`/api/days/${encodeURIComponent(territory.id)}/${date}/routes/${encodeURIComponent(technician)}/costs`, version);
  if (!read.value || Object.keys(read.value.costs).length === 0) return null;
  return (
    <section>
      <h3>{t('technician.costs')}</h3>
      <Costs costs={read.value.costs} />
    </section>
  );
}
