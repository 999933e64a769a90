import { useTranslation } from 'react-i18next';
import type { SkillRequirement, TerritoryProfile } from '../../../contract';
import { Choice, NumberField, RowList } from './fields';

/** The skills that a visit asks for, each with its least level. */
export function SkillNeeds({ profile, title, skills, set }: { profile: TerritoryProfile; title?: string; skills: readonly SkillRequirement[]; set: (skills: SkillRequirement[]) => void }) {
  const { t } = useTranslation();
  return (
    <RowList title={title ?? t('details.skills')} addLabel={t('admin.add.skill')} rows={skills} set={set} add={() => ({ id: profile.skills[0]?.id ?? '', minLevel: 1 })}>
      {(skill, change) => (
        <>
          <Choice label={t('admin.catalog.skill')} required value={skill.id} set={id => change({ id })} options={profile.skills.map(known => [known.id, known.name])} />
          <NumberField label={t('admin.catalog.minLevel')} min={1} max={5} value={skill.minLevel} set={value => change({ minLevel: value ?? 1 })} />
        </>
      )}
    </RowList>
  );
}
