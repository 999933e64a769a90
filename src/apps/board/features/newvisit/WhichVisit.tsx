import { useTranslation } from 'react-i18next';
import { DaySpanFields } from '../../parts/DaySpanFields';
import { useDesk } from '../../store/desk';
import type { Draft } from './draft';

/** Which kind of visit, on which day, with what to know. */
export function WhichVisit({ draft, change, suggestedType }: { draft: Draft; change: (next: Partial<Draft>) => void; suggestedType: string | null }) {
  const { t } = useTranslation();
  const { territory, today } = useDesk();
  const suggested = territory.visitTypes.find(type => type.id === suggestedType);
  return (
    <>
      <div className="field-row">
        <label className="field">
          {t('newVisit.type')}
          <select value={draft.type ?? ''} required={!suggested} onChange={event => change({ type: event.target.value || null })}>
            <option value="">{suggested ? t('newVisit.suggested', { name: suggested.name }) : t('newVisit.chooseType')}</option>
            {territory.visitTypes.map(type => <option key={type.id} value={type.id}>{type.name}</option>)}
          </select>
        </label>
        <label className="field">
          {t('newVisit.date')}
          <input type="date" min={today} disabled={draft.date === null} value={draft.date ?? ''} onChange={event => change({ date: event.target.value || today })} />
        </label>
        <label className="check"><input type="checkbox" checked={draft.date === null} onChange={event => change({ date: event.target.checked ? null : today })} /> {t('list.backlog')}</label>
      </div>
      {draft.date === null && <DaySpanFields days={draft.days} change={days => change({ days })} />}
      <label className="field">{t('newVisit.note')}<input maxLength={2000} value={draft.note} onChange={event => change({ note: event.target.value })} /></label>
    </>
  );
}
