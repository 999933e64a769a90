import { useTranslation } from 'react-i18next';
import type { PlanningSettings } from '../../../contract';
import { NumberField } from './fields';

/** What may be set, with the least and most that the server takes. */
const prices = [
  ['overtimePrice', 0, 1_000], ['waitingTenths', 0, 1_000], ['idleTenths', 0, 1_000], ['windowPrice', 0, 1_000], ['promisePrice', 0, 1_000], ['brokenPromisePrice', 0, 100_000],
  ['otherTechnicianPrice', 0, 100_000], ['lateBreakPrice', 0, 1_000], ['technicianPrice', 0, 100_000], ['balanceTenths', 0, 1_000],
  ['unknownTechnicianPrice', 0, 100_000], ['notPreferredTechnicianPrice', 0, 100_000], ['outsideAreaPrice', 0, 100_000],
  ['windowRiseTenths', 0, 1_000],
] as const;
const limits = [
  ['mostVisitsMoved', 0, 10_000], ['mostPromisesMoved', 0, 10_000], ['insertMostMoved', 0, 50], ['offerDays', 1, 14], ['intervalPercent', 50, 99], ['promiseExtraMinutes', 0, 240],
  ['setupMinutes', 0, 60], ['backlogDays', 1, 14],
] as const;

/** What a provider wants of its plans: prices in seconds of driving, and how far the planner may go. */
export function PlanningFields({ planning, set }: { planning: PlanningSettings; set: (next: PlanningSettings) => void }) {
  const { t } = useTranslation();
  const field = ([name, min, max]: readonly [(typeof prices | typeof limits)[number][0], number, number]) => (
    <NumberField key={name} min={min} max={max} label={t(`admin.planning.${name}`)} value={planning[name]} set={value => set({ ...planning, [name]: value ?? 0 })} />
  );
  return (
    <>
      <h3>{t('admin.planning.limits')}</h3>
      <p className="muted">{t('admin.planning.limitsHint')}</p>
      <div className="field-grid">{limits.map(field)}</div>
      <label className="check">
        <input type="checkbox" checked={planning.isOneTechnicianPerPatient} onChange={event => set({ ...planning, isOneTechnicianPerPatient: event.target.checked })} /> {t('admin.planning.isOneTechnicianPerPatient')}
      </label>
      <h3>{t('admin.planning.prices')}</h3>
      <p className="muted">{t('admin.planning.pricesHint')}</p>
      <div className="field-grid">{prices.map(field)}</div>
    </>
  );
}
