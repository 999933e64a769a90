import { ArrowRightLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { prompt } from '../../store/prompts';
import { selectedVisits, useSelection } from '../../store/selection';

/** Several visits are selected: what can be done with all of them. */
export function SeveralVisits() {
  const { t } = useTranslation();
  const visits = selectedVisits(useSelection());
  return (
    <div className="several">
      <b>{t('details.several', { count: visits.length })}</b>
      <button type="button" className="primary" onClick={() => prompt({ kind: 'move', visits })}><ArrowRightLeft size={16} aria-hidden /> {t('action.moveAll')}</button>
    </div>
  );
}
