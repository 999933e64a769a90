import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../store/desk';
import { selectNothing, useSelection } from '../../store/selection';
import { AlarmDetails } from './AlarmDetails';
import { EquipmentDetails } from './EquipmentDetails';
import { PatientDetails } from './PatientDetails';
import { TechnicianDetails } from './TechnicianDetails';
import { VisitDetails } from './VisitDetails';
import { SeveralVisits } from './SeveralVisits';
import './details.css';

/** Whatever is selected, with what can be done about it. */
export function DetailsPane() {
  const { t } = useTranslation();
  const chosen = useSelection();
  const { store } = useDesk();
  const { id, kind } = chosen;
  if (id === null || kind === null) return null;
  return (
    <div className="details">
      <button type="button" className="icon-button details-close" data-first-focus aria-label={t('details.close')} onClick={selectNothing}><X size={16} aria-hidden /></button>
      {kind === 'visit' && chosen.also.length > 0 && <SeveralVisits />}
      {kind === 'visit' && <VisitDetails key={id} id={id} />}
      {kind === 'technician' && <TechnicianDetails key={id} id={id} />}
      {kind === 'patient' && <PatientDetails key={id} id={id} />}
      {kind === 'equipment' && <EquipmentDetails key={id} id={id} />}
      {kind === 'alarm' && <AlarmDetails key={id} alarm={store.getSnapshot().desk.alarms.get(id)} />}
    </div>
  );
}
