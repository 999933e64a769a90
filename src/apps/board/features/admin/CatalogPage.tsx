import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TerritoryProfile } from '../../../contract';
import { RowList, TextField } from './fields';
import { SaveForm } from './SaveForm';
import { catalogId, saveTerritory } from './saving';

/** The skills, parts, instruments and spaces that visit types and technicians choose from. */
export function CatalogPage({ profile, saved }: { profile: TerritoryProfile; saved: () => void }) {
  const { t } = useTranslation();
  const [skills, setSkills] = useState(profile.skills);
  const [parts, setParts] = useState(profile.parts);
  const [instruments, setInstruments] = useState(profile.instruments);
  const [spaces, setSpaces] = useState(profile.spaces);
  const named = (rows: readonly { id: string; name: string }[]) => rows.reduce<{ id: string; name: string }[]>(
    (known, row) => [...known, { ...row, id: row.id || catalogId(row.name, [...rows, ...known].map(other => other.id)) }], []);
  return (
    <SaveForm save={async () => { await saveTerritory(profile, { skills: named(skills), parts: named(parts), instruments: named(instruments), spaces: named(spaces) }); saved(); }}>
      <p className="muted">{t('admin.catalog.hint')}</p>
      <div className="lists">
        <RowList title={t('admin.catalog.skills')} addLabel={t('admin.add.skill')} rows={skills} set={setSkills} add={() => ({ id: '', name: '' })}>
          {(skill, set) => <TextField label={t('admin.name')} required maxLength={100} value={skill.name} set={name => set({ name })} />}
        </RowList>
        <RowList title={t('technician.instruments')} addLabel={t('admin.add.instrument')} rows={instruments} set={setInstruments} add={() => ({ id: '', name: '' })}>
          {(instrument, set) => <TextField label={t('admin.name')} required maxLength={100} value={instrument.name} set={name => set({ name })} />}
        </RowList>
        <RowList title={t('admin.catalog.spaces')} addLabel={t('admin.add.space')} rows={spaces} set={setSpaces} add={() => ({ id: '', name: '' })}>
          {(space, set) => <TextField label={t('admin.name')} required maxLength={100} value={space.name} set={name => set({ name })} />}
        </RowList>
        <RowList title={t('admin.catalog.parts')} addLabel={t('admin.add.part')} rows={parts} set={setParts} add={() => ({ id: '', name: '' })}>
          {(part, set) => <TextField label={t('admin.name')} required maxLength={100} value={part.name} set={name => set({ name })} />}
        </RowList>
      </div>
    </SaveForm>
  );
}
