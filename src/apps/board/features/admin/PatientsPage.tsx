import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactPreferences, PatientProfile, TerritoryProfile } from '../../../contract';
import { addressLine } from '../../../shared/address';
import { AddressField } from './AddressField';
import { Choice, LongField, NumberField, TextField } from './fields';
import { ListAndForm } from './ListAndForm';
import { newPatient } from './newEntries';
import { SaveForm } from './SaveForm';
import { removeEntry, saveEntry } from './saving';

/** Patients: home, contact, emergency plan, what they breathe. */
export function PatientsPage({ territory }: { territory: TerritoryProfile }) {
  const { t } = useTranslation();
  return (
    <ListAndForm<PatientProfile>
      path={`/api/territories/${territory.id}/patients`} idOf={entry => entry.id} title={entry => entry.name}
      detail={entry => addressLine(entry.address)} create={() => newPatient(territory)}
      addLabel={t('admin.add.patient')} empty={t('admin.none.patients')} form={(entry, isNew, done) => <PatientForm profile={entry} isNew={isNew} done={done} />}
    />
  );
}

function PatientForm({ profile, isNew, done }: { profile: PatientProfile; isNew: boolean; done: () => void }) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(profile);
  const change = (next: Partial<PatientProfile>) => setEntry(known => ({ ...known, ...next }));
  const contact = (next: Partial<ContactPreferences>) => setEntry(known => ({ ...known, contact: { ...known.contact, ...next } }));
  return (
    <SaveForm
      save={async () => { await saveEntry('patients', entry.id, entry); done(); }}
      remove={isNew ? undefined : async () => { await removeEntry('patients', entry.id); done(); }}
    >
      <TextField label={t('admin.name')} required maxLength={200} value={entry.name} set={name => change({ name })} />
      <AddressField address={entry.address} place={entry.place} set={(address, place) => change({ address: address ?? entry.address, place })} />
      <LongField label={t('patient.access')} value={entry.accessNotes} set={accessNotes => change({ accessNotes })} />
      <div className="field-row">
        <TextField label={t('admin.phone')} required maxLength={40} type="tel" value={entry.contact.phone} set={phone => contact({ phone })} />
        <Choice label={t('patient.language')} value={entry.contact.language} set={language => contact({ language })} options={[['en', 'English'], ['de', 'Deutsch']]} />
        <TextField label={t('patient.someoneElse')} maxLength={100} value={entry.contact.someoneElse} set={someoneElse => contact({ someoneElse })} />
      </div>
      <label className="check"><input type="checkbox" checked={entry.contact.acceptsTexts} onChange={event => contact({ acceptsTexts: event.target.checked })} /> {t('patient.textsYes')}</label>
      <LongField label={t('patient.emergencyPlan')} value={entry.emergencyPlan} set={emergencyPlan => change({ emergencyPlan })} />
      <div className="field-row">
        <TextField label={t('admin.patient.emergencyNumber')} maxLength={40} type="tel" value={entry.emergencyNumber} set={emergencyNumber => change({ emergencyNumber })} />
        <NumberField label={`${t('patient.flow')}, L/min`} isOptional step={0.5} max={60} value={entry.flowLitresPerMinute} set={flowLitresPerMinute => change({ flowLitresPerMinute })} />
        <NumberField label={`${t('patient.freeBreathing')}, min`} isOptional value={entry.freeBreathingMinutes} set={freeBreathingMinutes => change({ freeBreathingMinutes })} />
      </div>
    </SaveForm>
  );
}
