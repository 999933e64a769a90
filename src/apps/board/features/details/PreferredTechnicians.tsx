import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PatientDetailsView } from '../../../contract';
import { useBoard, useDesk } from '../../store/desk';

/** So many may be preferred. */
const most = 5;

/** Whom the patient would rather have come: chosen and taken out here; `changed` asks for the patient anew. */
export function PreferredTechnicians({ read: { patient, preferred }, changed }: { read: PatientDetailsView; changed: () => void }) {
  const { t } = useTranslation();
  const { commands } = useDesk();
  const { day } = useBoard();
  const nameOf = (id: string) => day.technicians.get(id)?.name ?? id;
  const prefer = async (technicians: readonly string[]) => { if (await commands.prefer(patient.id, technicians)) changed(); };
  const others = [...day.technicians.values()].filter(technician => !preferred.includes(technician.id)).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <section>
      <h3>{t('patient.preferred')}</h3>
      {preferred.length === 0 ? <p className="muted">{t('patient.nobodyPreferred')}</p> : (
        <ul className="chosen">
          {preferred.map(id => (
            <li key={id}>
              <button type="button" aria-label={t('patient.preferNoMore', { name: nameOf(id) })} onClick={() => void prefer(preferred.filter(other => other !== id))}>{nameOf(id)} <X size={14} aria-hidden /></button>
            </li>
          ))}
        </ul>
      )}
      {preferred.length < most && others.length > 0 && (
        <label className="field">
          {t('patient.prefer')}
          <select value="" onChange={event => void prefer([...preferred, event.target.value])}>
            <option value="">{t('admin.choose')}</option>
            {others.map(technician => <option key={technician.id} value={technician.id}>{technician.name}</option>)}
          </select>
        </label>
      )}
    </section>
  );
}
