import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type Page, type TechnicianProfile, type TerritoryProfile, type TerritorySettings } from '../../../contract';
import { AddressField } from './AddressField';
import { Choice, NumberField, RowList, TextField, TimeField } from './fields';
import { PlanningFields } from './PlanningFields';
import { SaveForm } from './SaveForm';
import { saveTerritory } from './saving';

const minutes = ['promiseMinutes', 'onTheWayPromiseMinutes', 'messageAfterMinutes', 'messageAfterSeconds', 'messageGapMinutes', 'freezeMinutes', 'escalateSeconds', 'answerSeconds', 'answerCallSeconds', 'callBackMinutes', 'leastGainMinutes', 'overtimeMinutes'] as const;
const zones = Intl.supportedValuesOf('timeZone');

/** A territory's name, zone and units, how its desk works, and the clinical numbers behind the runway with who signed them. */
export function TerritoryPage({ profile, isNew, saved }: { profile: TerritoryProfile; isNew: boolean; saved: (id: string) => void }) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(profile);
  const change = (next: Partial<TerritoryProfile>) => setEntry(known => ({ ...known, ...next }));
  const setting = (next: Partial<TerritorySettings>) => setEntry(known => ({ ...known, settings: { ...known.settings, ...next } }));
  const runway = (next: Partial<TerritorySettings['runway']>) => setting({ runway: { ...entry.settings.runway, ...next } });
  const { settings } = entry;
  const [technicians, setTechnicians] = useState<readonly TechnicianProfile[]>([]);
  const { id } = profile;
  useEffect(() => {
    if (isNew) return;
    const left = new AbortController();
    ask<Page<TechnicianProfile>>(`/api/territories/${id}/technicians?limit=200`, left.signal).then(page => setTechnicians(page.items), () => setTechnicians([]));
    return () => left.abort();
  }, [id, isNew]);
  const [depot] = entry.depots;
  // Values that a new territory begins with and may keep.
  const settled = (
    <>
      <h3>{t('admin.territory.desk')}</h3>
      <div className="field-grid">
        {minutes.map(name => <NumberField key={name} label={t(`admin.setting.${name}`)} value={settings[name]} set={value => setting({ [name]: value ?? 0 })} />)}
        <TimeField label={t('admin.setting.quietFrom')} value={settings.quietFrom} set={quietFrom => setting({ quietFrom })} />
        <TimeField label={t('admin.setting.quietTo')} value={settings.quietTo} set={quietTo => setting({ quietTo })} />
      </div>
      {technicians.length > 0 && (
        <RowList
          title={t('admin.territory.onCall')} addLabel={t('admin.add.onCall')} rows={settings.onCall.map(technician => ({ technician }))}
          set={rows => setting({ onCall: rows.map(row => row.technician) })} add={() => ({ technician: '' })}
        >
          {(row, set) => <Choice label={t('details.technician')} required value={row.technician} set={technician => set({ technician })} options={technicians.map(known => [known.id, known.name])} />}
        </RowList>
      )}
      <PlanningFields planning={settings.planning} set={planning => setting({ planning })} />
      <h3>{t('admin.territory.runway')}</h3>
      <p className="muted">{t('admin.territory.runwayHint')}</p>
      <div className="field-grid">
        {(['travelRiskMinutes', 'marginMinutes', 'emergencyResponseMinutes', 'highResponseMinutes', 'assumedFlowLitresPerMinute'] as const).map(name => (
          <NumberField key={name} step={name === 'assumedFlowLitresPerMinute' ? 0.5 : 1} label={t(`admin.setting.${name}`)} value={settings.runway[name]} set={value => runway({ [name]: value ?? 0 })} />
        ))}
      </div>
      <RowList
        title={t('runway.cylinders')} addLabel={t('runway.addCylinder')} rows={settings.runway.cylinders} set={cylinders => runway({ cylinders })}
        add={() => ({ label: '', minutesPerPsiAtOneLitre: 0.28, fullPsi: 2200 })}
      >
        {(size, set) => (
          <>
            <TextField label={t('runway.size')} required value={size.label} set={label => set({ label })} />
            <NumberField label={t('admin.territory.factor')} step="any" value={size.minutesPerPsiAtOneLitre} set={value => set({ minutesPerPsiAtOneLitre: value ?? 0 })} />
            <NumberField label={t('admin.territory.fullPsi')} value={size.fullPsi} set={value => set({ fullPsi: value ?? 0 })} />
          </>
        )}
      </RowList>
      <div className="field-row">
        <TextField label={t('admin.territory.signedBy')} value={settings.runway.setBy} set={setBy => runway({ setBy, setAt: setBy ? new Date().toISOString() : null })} />
        <p className="muted">{settings.runway.setAt ? settings.runway.setAt.slice(0, 10) : t('runway.unsigned')}</p>
      </div>
    </>
  );
  return (
    <SaveForm save={async () => { await saveTerritory(entry, {}); saved(entry.id); }}>
      {isNew && <p className="muted">{t('admin.territory.begin')}</p>}
      <div className="field-row">
        <TextField label={t('admin.name')} required maxLength={200} value={entry.name} set={name => change({ name })} />
        <TextField label={t('admin.territory.timeZone')} required list="zones" value={entry.timeZone} set={timeZone => change({ timeZone })} />
        <datalist id="zones">{zones.map(zone => <option key={zone} value={zone} />)}</datalist>
      </div>
      <div className="field-row">
        <TextField label={t('admin.territory.deskPhone')} required maxLength={40} type="tel" value={entry.deskPhone} set={deskPhone => change({ deskPhone })} />
        <Choice label={t('me.language')} value={entry.language} set={language => change({ language })} options={[['en', 'English'], ['de', 'Deutsch']]} />
        <Choice label={t('admin.territory.distances')} value={entry.usesMiles ? 'mi' : 'km'} set={unit => change({ usesMiles: unit === 'mi' })} options={[['km', t('admin.territory.km')], ['mi', t('admin.territory.mi')]]} />
      </div>
      {isNew && depot && (
        <>
          <h3>{t('admin.territory.firstDepot')}</h3>
          <p className="muted">{t('admin.territory.firstDepotHint')}</p>
          <TextField label={t('admin.name')} required maxLength={200} value={depot.name} set={name => change({ depots: [{ ...depot, name }] })} />
          <AddressField address={depot.address} place={depot.place} set={(address, place) => change({ depots: [{ ...depot, address: address ?? depot.address, place }] })} />
        </>
      )}
      {isNew ? <details className="settled"><summary>{t('admin.territory.settled')}</summary>{settled}</details> : settled}
    </SaveForm>
  );
}
