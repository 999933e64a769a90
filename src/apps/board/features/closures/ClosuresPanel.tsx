import { useTranslation } from 'react-i18next';
import { useClosurePanel } from '../../store/sketch';
import { ClosureForm } from './ClosureForm';
import { ClosureList } from './ClosureList';
import './closures.css';

/** Closed and slower streets, over the map: the list, or what is being drawn. */
export function ClosuresPanel() {
  const { t } = useTranslation();
  const { isOpen, sketch } = useClosurePanel();
  if (!isOpen) return null;
  return (
    <section className="closures" aria-label={t('closures.title')}>
      {sketch ? <ClosureForm sketch={sketch} /> : <ClosureList />}
    </section>
  );
}
