import { useTranslation } from 'react-i18next';
import type { FailureKind } from '../../../contract';
import type { Draft } from './draft';

const failures: readonly FailureKind[] = ['DeviceFailed', 'DeviceAlarm', 'PowerCut', 'SupplyLow', 'None'];

/** Which device, and what is wrong with it. */
export function WhatIsWrong({ draft, change }: { draft: Draft; change: (next: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const devices = draft.patient?.equipment ?? [];
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
    </>
  );
}
