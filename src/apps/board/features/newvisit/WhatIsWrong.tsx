import { useTranslation } from 'react-i18next';
import type { FailureKind } from '../../../contract';
import { useDesk } from '../../store/desk';
import type { Draft } from './draft';

const failures: readonly FailureKind[] = ['DeviceFailed', 'DeviceAlarm', 'PowerCut', 'SupplyLow', 'None'];

/** Which device, what is wrong with it, which kind of visit, on which day. */
export function WhatIsWrong({ draft, change, suggestedType }: { draft: Draft; change: (next: Partial<Draft>) => void; suggestedType: string | null }) {
  const { t } = useTranslation();
  const { territory, today } = useDesk();
  const devices = draft.patient?.equipment ?? [];
  const suggested = territory.visitTypes.find(type => type.id === suggestedType);
  return (
    <>
      <fieldset className="call-part">
        <legend>{t('newVisit.device')}</legend>
        {devices.map(device => (
          <label key={device.id} className="check">
            <input type="radio" name="device" checked={draft.equipment === device.id} onChange={() => change({ equipment: device.id })} />
            {device.model} <span className="muted">{t(`equipment.kind.${device.kind}`, { defaultValue: device.kind })}, {device.serial}, {t(`dependence.${device.dependence}`)}</span>
          </label>
        ))}
        <label className="check"><input type="radio" name="device" checked={draft.equipment === null} onChange={() => change({ equipment: null })} /> {t('newVisit.noDevice')}</label>
      </fieldset>
      <fieldset className="call-part">
        <legend>{t('newVisit.wrong')}</legend>
        <div className="segments">
          {failures.map(failure => (
            <label key={failure}>
              <input type="radio" name="failure" checked={draft.failure === failure} onChange={() => change({ failure })} />
              <span>{t(`failure.${failure}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
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
      <label className="field">{t('newVisit.note')}<input maxLength={2000} value={draft.note} onChange={event => change({ note: event.target.value })} /></label>
    </>
  );
}
