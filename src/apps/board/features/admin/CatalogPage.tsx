import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TerritoryProfile } from '../../../contract';
import { RowList, TextField } from './fields';
import { SaveForm } from './SaveForm';
import { catalogId, saveTerritory } from './saving';

/** The skills and parts that visit types and technicians choose from. */
export function CatalogPage({ profile, saved }: { profile: TerritoryProfile; saved: () => void }) {
  const { t } = useTranslation();
  const [skills, setSkills] = useState(profile.skills);
  const [parts, setParts] = useState(profile.parts);
  const named = (rows: readonly { id: string; name: string }[]) => rows.reduce<{ id: string; name: string }[]>(
    (known, row) => [...known, { ...row, id: row.id || catalogId(row.name, [...rows, ...known].map(other => other.id)) }], []);
  return (
    <SaveForm save={async () => { await saveTerritory(profile, { skills: named(skills), parts: named(parts) }); saved(); }}>
      <p className="muted">{t('admin.catalog.hint')}</p>
      <div className="two">
        <RowList title={t('admin.catalog.skills')} addLabel={t('admin.add.skill')} rows={skills} set={setSkills} add={() => ({ id: '', name: '' })}>
          {(skill, set) => <TextField label={t('admin.name')} required maxLength={100} value={skill.name} set={name => set({ name })} />}
        </RowList>
        <RowList title={t('admin.catalog.parts')} addLabel={t('admin.add.part')} rows={parts} set={setParts} add={() => ({ id: '', name: '' })}>
          {(part, set) => <TextField label={t('admin.name')} required maxLength={100} value={part.name} set={name => set({ name })} />}
        </RowList>
      </div>
    </SaveForm>
  );
}
