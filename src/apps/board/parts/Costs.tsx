import { useTranslation } from 'react-i18next';
import { hours } from '../../shared/time';
import { costsInMinutes } from './planFigures';

/** What each rule costs, in minutes of driving, with a bar as long as its share. */
export function Costs({ costs }: { costs: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const lines = costsInMinutes(costs);
  const most = Math.max(...lines.map(([, minutes]) => Math.abs(minutes)));
  if (lines.length === 0) return <p className="muted">{t('plan.noCosts')}</p>;
  return (
    <ul className="costs">
      {lines.map(([rule, minutes]) => (
        <li key={rule}>
          <span>{t(`cost.${rule}`, { defaultValue: rule })}</span>
          <i aria-hidden style={{ width: `${(100 * Math.abs(minutes)) / most}%` }} />
          <b>{minutes < 0 ? '−' : ''}{hours(Math.abs(minutes))}</b>
        </li>
      ))}
    </ul>
  );
}
