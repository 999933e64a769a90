import { useTranslation } from 'react-i18next';
import type { SkillRequirement, TerritoryProfile } from '../../../contract';
import { Choice, NumberField, RowList } from './fields';
import { needsOf, rowsOf } from './skillRows';

/** The skills that a visit asks for, each with its least level: all of them, or one of those joined by "or". */
export function SkillNeeds({ profile, title, skills, set }: { profile: TerritoryProfile; title?: string; skills: readonly SkillRequirement[]; set: (skills: SkillRequirement[]) => void }) {
  const { t } = useTranslation();
  const rows = rowsOf(skills);
  return (
    <RowList
      title={title ?? t('details.skills')} addLabel={t('admin.add.skill')} rows={rows} set={next => set(needsOf(next))}
      add={() => ({ id: profile.skills[0]?.id ?? '', minLevel: 1, joins: 'and' as const })}
    >
      {(skill, change, index) => (
        <>
          {rows.length > 1 && (index === 0 ? <span className="joins" /> : (
            <span className="joins">
              <Choice label={t('admin.catalog.joins')} value={skill.joins} set={joins => change({ joins })} options={[['and', t('admin.catalog.and')], ['or', t('admin.catalog.or')]]} />
            </span>
          ))}
          <Choice label={t('admin.catalog.skill')} required value={skill.id} set={id => change({ id })} options={profile.skills.map(known => [known.id, known.name])} />
          <NumberField label={t('admin.catalog.minLevel')} min={1} max={5} value={skill.minLevel} set={value => change({ minLevel: value ?? 1 })} />
        </>
      )}
    </RowList>
  );
}
