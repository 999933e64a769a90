import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDayOfWeek, TechnicianProfile, TerritoryProfile } from '../../../contract';
import { AddressField } from './AddressField';
import { Choice, NumberField, RowList, TextField, TimeField } from './fields';
import { ListAndForm } from './ListAndForm';
import { InstrumentRows } from './InstrumentRows';
import { newTechnician } from './newEntries';
import { PartRows } from './PartRows';
import { SaveForm } from './SaveForm';
import { removeEntry, saveEntry } from './saving';
import { SpaceRows } from './SpaceRows';

const days: readonly IsoDayOfWeek[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Technicians: skills with expiry, shifts, van with stock, room and test instruments. */
export function TechniciansPage({ territory }: { territory: TerritoryProfile }) {
  const { t } = useTranslation();
  return (
    <ListAndForm<TechnicianProfile>
      path={`/api/territories/${territory.id}/technicians`} idOf={entry => entry.id} title={entry => entry.name}
      detail={entry => [entry.van, entry.isActive ? '' : t('admin.inactive')].filter(Boolean).join(', ')} create={() => newTechnician(territory)}
      addLabel={t('admin.add.technician')} empty={t('admin.none.technicians')}
      form={(entry, isNew, done) => <TechnicianForm profile={entry} isNew={isNew} territory={territory} done={done} />}
    />
  );
}

function TechnicianForm({ profile, isNew, territory, done }: { profile: TechnicianProfile; isNew: boolean; territory: TerritoryProfile; done: () => void }) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(profile);
  const change = (next: Partial<TechnicianProfile>) => setEntry(known => ({ ...known, ...next }));
  return (
    <SaveForm
      save={async () => { await saveEntry('technicians', entry.id, entry); done(); }}
      remove={isNew ? undefined : async () => { await removeEntry('technicians', entry.id); done(); }}
    >
      <div className="field-row">
        <TextField label={t('admin.name')} required maxLength={200} value={entry.name} set={name => change({ name })} />
        <TextField label={t('admin.phone')} required maxLength={40} type="tel" value={entry.phone} set={phone => change({ phone })} />
      </div>
      <div className="field-row">
        <TextField label={t('technician.van')} required maxLength={40} value={entry.van} set={van => change({ van })} />
        <Choice label={t('admin.technician.depot')} required value={entry.depot} set={depot => change({ depot })} options={territory.depots.map(depot => [depot.id, depot.name])} />
        <NumberField label={t('technician.pace')} min={50} max={200} value={entry.durationPercent} set={value => change({ durationPercent: value ?? 100 })} />
        <NumberField label={t('technician.drivePace')} min={80} max={200} step={10} value={entry.drivePercent} set={value => change({ drivePercent: value ?? 100 })} />
        <NumberField label={t('admin.technician.homeArea')} max={500} value={entry.homeAreaKilometres} set={value => change({ homeAreaKilometres: value ?? 0 })} />
      </div>
      <label className="check"><input type="checkbox" checked={entry.isActive} onChange={event => change({ isActive: event.target.checked })} /> {t('admin.active')}</label>
      <label className="check">
        <input type="checkbox" checked={entry.startsAtHome} onChange={event => change({ startsAtHome: event.target.checked, home: event.target.checked ? entry.home ?? { latitude: 0, longitude: 0 } : entry.home })} /> {t('admin.technician.startsAtHome')}
      </label>
      {(entry.startsAtHome || entry.homeAreaKilometres > 0) && <AddressField address={null} place={entry.home ?? { latitude: 0, longitude: 0 }} set={(_, home) => change({ home })} />}
      <RowList title={t('details.skills')} addLabel={t('admin.add.skill')} rows={entry.skills} set={skills => change({ skills })} add={() => ({ id: territory.skills[0]?.id ?? '', level: 1, expires: null })}>
        {(skill, set) => (
          <>
            <Choice label={t('admin.catalog.skill')} required value={skill.id} set={id => set({ id })} options={territory.skills.map(known => [known.id, known.name])} />
            <NumberField label={t('admin.catalog.level')} min={1} max={5} value={skill.level} set={value => set({ level: value ?? 1 })} />
            <label className="field">{t('admin.technician.expires')}<input type="date" value={skill.expires ?? ''} onChange={event => set({ expires: event.target.value || null })} /></label>
          </>
        )}
      </RowList>
      <RowList title={t('admin.technician.shifts')} addLabel={t('admin.add.shift')} rows={entry.shifts} set={shifts => change({ shifts })} add={() => ({ day: days.find(day => !entry.shifts.some(shift => shift.day === day)) ?? 'Monday', start: '08:00:00', end: '16:30:00' })}>
        {(shift, set) => (
          <>
            <Choice label={t('details.day')} value={shift.day} set={day => set({ day })} options={days.map(day => [day, t(`admin.day.${day}`)])} />
            <TimeField label={t('window.from')} value={shift.start} set={start => set({ start })} />
            <TimeField label={t('window.to')} value={shift.end} set={end => set({ end })} />
          </>
        )}
      </RowList>
      <RowList
        title={t('admin.technician.breaks')} addLabel={t('admin.add.break')} rows={entry.break ? [entry.break, ...entry.moreBreaks] : entry.moreBreaks}
        set={([first, ...more]) => change({ break: first ?? null, moreBreaks: more })} add={() => (entry.break ? { earliest: '09:00:00', latest: '10:00:00', minutes: 15 } : { earliest: '11:30:00', latest: '13:30:00', minutes: 30 })}
      >
        {(pause, set) => (
          <>
            <TimeField label={t('admin.technician.breakFrom')} value={pause.earliest} set={earliest => set({ earliest })} />
            <TimeField label={t('admin.technician.breakTo')} value={pause.latest} set={latest => set({ latest })} />
            <NumberField label={t('admin.technician.breakMinutes')} min={1} max={180} value={pause.minutes} set={value => set({ minutes: value ?? 30 })} />
          </>
        )}
      </RowList>
      <PartRows profile={territory} parts={entry.stock} set={stock => change({ stock })} title={t('admin.technician.stock')} />
      {territory.instruments.length > 0 && <InstrumentRows profile={territory} instruments={entry.instruments} set={instruments => change({ instruments })} />}
      {territory.spaces.length > 0 && <SpaceRows profile={territory} spaces={entry.room} set={room => change({ room })} title={t('technician.room')} min={0} />}
    </SaveForm>
  );
}
