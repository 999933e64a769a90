import { useTranslation } from 'react-i18next';
import type { PartCount, TerritoryProfile } from '../../../contract';
import { Choice, NumberField, RowList } from './fields';

/** Parts with how many of each. */
export function PartRows({ profile, parts, set, title }: { profile: TerritoryProfile; parts: readonly PartCount[]; set: (parts: PartCount[]) => void; title: string }) {
  const { t } = useTranslation();
  return (
    <RowList title={title} addLabel={t('admin.add.part')} rows={parts} set={set} add={() => ({ part: profile.parts[0]?.id ?? '', count: 1 })}>
      {(part, change) => (
        <>
          <Choice label={t('admin.catalog.part')} required value={part.part} set={id => change({ part: id })} options={profile.parts.map(known => [known.id, known.name])} />
          <NumberField label={t('runway.count')} min={1} value={part.count} set={value => change({ count: value ?? 1 })} />
        </>
      )}
    </RowList>
  );
}
