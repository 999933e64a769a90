import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type Dependence, type EquipmentProfile, type EquipmentState, type Page, type PatientProfile, type TerritoryProfile } from '../../../contract';
import { Choice, NumberField, TextField } from './fields';
import { ListAndForm } from './ListAndForm';
import { newEquipment } from './newEntries';
import { SaveForm } from './SaveForm';
import { removeEntry, saveEntry } from './saving';

const kinds = ['concentrator', 'ventilator', 'dialysis', 'monitor', 'pap', 'cylinder-set'] as const;
const states: readonly EquipmentState[] = ['Ready', 'InUse', 'Faulty', 'Quarantined', 'Retired'];
const dependences: readonly Dependence[] = ['None', 'Supporting', 'LifeSupporting'];

/** Devices: serial number, with whom, in what state, what they mean to a life. */
export function EquipmentPage({ territory }: { territory: TerritoryProfile }) {
  const { t } = useTranslation();
  return (
    <ListAndForm<EquipmentProfile>
      path={`/api/territories/${territory.id}/equipment`} idOf={entry => entry.id} title={entry => `${entry.model} ${entry.serial}`}
      detail={entry => `${t(`equipment.kind.${entry.kind}`, { defaultValue: entry.kind })}, ${t(`deviceState.${entry.state}`)}`} create={() => newEquipment(territory)}
      addLabel={t('admin.add.equipment')} empty={t('admin.none.equipment')} form={(entry, isNew, done) => <EquipmentForm profile={entry} isNew={isNew} territory={territory} done={done} />}
    />
  );
}

function EquipmentForm({ profile, isNew, territory, done }: { profile: EquipmentProfile; isNew: boolean; territory: TerritoryProfile; done: () => void }) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(profile);
  const change = (next: Partial<EquipmentProfile>) => setEntry(known => ({ ...known, ...next }));
  return (
    <SaveForm
      save={async () => { await saveEntry('equipment', entry.id, entry); done(); }}
      remove={isNew ? undefined : async () => { await removeEntry('equipment', entry.id); done(); }}
    >
      <div className="field-row">
        <TextField label={t('admin.equipment.kind')} required list="kinds" value={entry.kind} set={kind => change({ kind })} />
        <datalist id="kinds">{kinds.map(kind => <option key={kind} value={kind}>{t(`equipment.kind.${kind}`)}</option>)}</datalist>
        <TextField label={t('admin.equipment.model')} required maxLength={100} value={entry.model} set={model => change({ model })} />
        <TextField label={t('equipment.serial')} required maxLength={100} value={entry.serial} set={serial => change({ serial })} />
      </div>
      <div className="field-row">
        <TextField label="UDI" maxLength={100} value={entry.udi} set={udi => change({ udi })} />
        <TextField label={t('equipment.lot')} maxLength={100} value={entry.lot} set={lot => change({ lot })} />
      </div>
      <div className="field-row">
        <Choice label={t('equipment.state')} value={entry.state} set={state => change({ state })} options={states.map(name => [name, t(`deviceState.${name}`)])} />
        <Choice label={t('equipment.dependence')} value={entry.dependence} set={dependence => change({ dependence })} options={dependences.map(name => [name, t(`dependence.${name}`)])} />
      </div>
      <div className="field-row">
        <NumberField label={`${t('equipment.battery')}, min`} max={10000} value={entry.batteryMinutes} set={value => change({ batteryMinutes: value ?? 0 })} />
        <label className="field">{t('equipment.nextService')}<input type="date" value={entry.nextServiceDate ?? ''} onChange={event => change({ nextServiceDate: event.target.value || null })} /></label>
      </div>
      <WithPatient territory={territory} patient={entry.patient} set={patient => change({ patient })} />
    </SaveForm>
  );
}

function WithPatient({ territory, patient, set }: { territory: TerritoryProfile; patient: string | null; set: (patient: string | null) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [name, setName] = useState<string | null>(null);
  const [found, setFound] = useState<readonly PatientProfile[]>([]);
  useEffect(() => {
    if (text.trim().length < 2) {
      setFound([]);
      return;
    }
    const left = new AbortController();
    ask<Page<PatientProfile>>(`/api/territories/${territory.id}/patients?limit=6&text=${encodeURIComponent(text.trim())}`, left.signal).then(page => setFound(page.items), () => setFound([]));
    return () => left.abort();
  }, [text, territory.id]);
  return (
    <fieldset className="address">
      <legend>{t('equipment.patient')}</legend>
      <p>
        {patient === null ? t('equipment.inDepot') : name ?? t('admin.equipment.withPatient')}
        {patient !== null && <button type="button" className="link" onClick={() => { set(null); setName(null); }}> {t('admin.equipment.toDepot')}</button>}
      </p>
      <input type="search" aria-label={t('newVisit.patientHint')} placeholder={t('newVisit.patientHint')} value={text} onChange={event => setText(event.target.value)} />
      <ul className="admin-list">
        {found.map(profile => <li key={profile.id}><button type="button" onClick={() => { set(profile.id); setName(profile.name); setText(''); }}>{profile.name} <small>{profile.address.street} {profile.address.houseNumber}</small></button></li>)}
      </ul>
    </fieldset>
  );
}
