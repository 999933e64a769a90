import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TerritoryProfile } from '../../../contract';
import { AddressField } from './AddressField';
import { RowList, TextField } from './fields';
import { newDepot } from './newEntries';
import { SaveForm } from './SaveForm';
import { saveTerritory } from './saving';

/** Where vans are loaded. */
export function DepotsPage({ profile, saved }: { profile: TerritoryProfile; saved: () => void }) {
  const { t } = useTranslation();
  const [depots, setDepots] = useState(profile.depots);
  return (
    <SaveForm save={async () => { await saveTerritory(profile, { depots }); saved(); }}>
      <RowList title={t('admin.page.depots')} addLabel={t('admin.add.depot')} rows={depots} set={setDepots} add={newDepot}>
        {(depot, set) => (
          <div className="stack">
            <TextField label={t('admin.name')} required maxLength={200} value={depot.name} set={name => set({ name })} />
            <AddressField address={depot.address} place={depot.place} set={(address, place) => set({ address: address ?? depot.address, place })} />
          </div>
        )}
      </RowList>
    </SaveForm>
  );
}
