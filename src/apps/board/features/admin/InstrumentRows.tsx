import { useTranslation } from 'react-i18next';
import type { Instrument, InstrumentId, TerritoryProfile } from '../../../contract';
import { Choice, RowList, TextField } from './fields';

/** The test instruments on a van, each with serial number and the last day of its calibration. */
export function InstrumentRows({ profile, instruments, set }: { profile: TerritoryProfile; instruments: readonly Instrument[]; set: (instruments: Instrument[]) => void }) {
  const { t } = useTranslation();
  return (
    <RowList title={t('technician.instruments')} addLabel={t('admin.add.instrument')} rows={instruments} set={set} add={() => ({ kind: profile.instruments[0]?.id ?? '', serial: '', calibratedUntil: null })}>
      {(instrument, change) => (
        <>
          <Choice label={t('admin.catalog.instrument')} required value={instrument.kind} set={kind => change({ kind })} options={profile.instruments.map(known => [known.id, known.name])} />
          <TextField label={t('admin.technician.serial')} maxLength={60} pattern="[^\\s;]*" value={instrument.serial} set={serial => change({ serial })} />
          <label className="field">{t('admin.technician.calibratedUntil')}<input type="date" value={instrument.calibratedUntil ?? ''} onChange={event => change({ calibratedUntil: event.target.value || null })} /></label>
        </>
      )}
    </RowList>
  );
}

/** The kinds of instruments that a visit needs. */
export function InstrumentNeeds({ profile, needs, set }: { profile: TerritoryProfile; needs: readonly InstrumentId[]; set: (needs: InstrumentId[]) => void }) {
  const { t } = useTranslation();
  return (
    <RowList title={t('technician.instruments')} addLabel={t('admin.add.instrument')} rows={needs.map(kind => ({ kind }))} set={rows => set(rows.map(row => row.kind))} add={() => ({ kind: profile.instruments.find(known => !needs.includes(known.id))?.id ?? '' })}>
      {(need, change) => <Choice label={t('admin.catalog.instrument')} required value={need.kind} set={kind => change({ kind })} options={profile.instruments.map(known => [known.id, known.name])} />}
    </RowList>
  );
}
