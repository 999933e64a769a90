import { useTranslation } from 'react-i18next';
import type { SpaceCount, TerritoryProfile } from '../../../contract';
import { Choice, NumberField, RowList } from './fields';

/** Spaces of a van with how much goes in. */
export function SpaceRows({ profile, spaces, set, title, min }: { profile: TerritoryProfile; spaces: readonly SpaceCount[]; set: (spaces: SpaceCount[]) => void; title: string; min: number }) {
  const { t } = useTranslation();
  return (
    <RowList title={title} addLabel={t('admin.add.space')} rows={spaces} set={set} add={() => ({ space: profile.spaces.find(known => !spaces.some(row => row.space === known.id))?.id ?? profile.spaces[0]?.id ?? '', count: 1 })}>
      {(space, change) => (
        <>
          <Choice label={t('admin.catalog.space')} required value={space.space} set={id => change({ space: id })} options={profile.spaces.map(known => [known.id, known.name])} />
          <NumberField label={t('runway.count')} min={min} value={space.count} set={value => change({ count: value ?? 1 })} />
        </>
      )}
    </RowList>
  );
}
