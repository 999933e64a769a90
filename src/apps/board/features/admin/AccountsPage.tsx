import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type AccountView, type Page, type Role, type TechnicianProfile, type TerritoryProfile } from '../../../contract';
import { Choice, TextField } from './fields';
import { ListAndForm } from './ListAndForm';
import { newAccount } from './newEntries';
import { SaveForm } from './SaveForm';
import { saveEntry } from './saving';

const roles: readonly Role[] = ['Dispatcher', 'Technician', 'Clinician', 'Administrator'];

/** Who may sign in, as what. */
export function AccountsPage({ territories }: { territories: readonly TerritoryProfile[] }) {
  const { t } = useTranslation();
  return (
    <ListAndForm<AccountView>
      path="/api/admin/accounts" idOf={entry => entry.userName} title={entry => entry.displayName || entry.userName}
      detail={entry => `${entry.userName}, ${t(`role.${entry.role}`)}${entry.isActive ? '' : `, ${t('admin.inactive')}`}`} create={newAccount}
      addLabel={t('admin.add.account')} empty={t('admin.none.accounts')} form={(entry, isNew, done) => <AccountForm account={entry} isNew={isNew} territories={territories} done={done} />}
    />
  );
}

function AccountForm({ account, isNew, territories, done }: { account: AccountView; isNew: boolean; territories: readonly TerritoryProfile[]; done: () => void }) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(account);
  const [password, setPassword] = useState('');
  const [technicians, setTechnicians] = useState<readonly TechnicianProfile[]>([]);
  const change = (next: Partial<AccountView>) => setEntry(known => ({ ...known, ...next }));
  const { territory } = entry;
  useEffect(() => {
    if (entry.role !== 'Technician' || !territory) return;
    const left = new AbortController();
    ask<Page<TechnicianProfile>>(`/api/territories/${territory}/technicians?limit=200`, left.signal).then(page => setTechnicians(page.items), () => setTechnicians([]));
    return () => left.abort();
  }, [entry.role, territory]);
  const save = async () => {
    const { userName, ...rest } = entry;
    await saveEntry('accounts', userName, { ...rest, technician: entry.role === 'Technician' ? entry.technician : null, ...(password ? { password } : {}) });
    setPassword('');
    done();
  };
  return (
    <SaveForm save={save}>
      <div className="field-row">
        <TextField label={t('signIn.user')} required disabled={!isNew} pattern="[a-z0-9.\-]{2,64}" autoComplete="off" value={entry.userName} set={userName => change({ userName })} />
        <TextField label={t('admin.account.displayName')} required maxLength={100} value={entry.displayName} set={displayName => change({ displayName })} />
      </div>
      <div className="field-row">
        <Choice label={t('admin.account.role')} value={entry.role} set={role => change({ role })} options={roles.map(role => [role, t(`role.${role}`)])} />
        <Choice label={t('header.territory')} required={entry.role !== 'Administrator'} value={entry.territory ?? ''} set={next => change({ territory: next || null, technician: null })} options={territories.map(known => [known.id, known.name])} />
      </div>
      {entry.role === 'Technician' && (
        <Choice label={t('admin.account.technician')} required value={entry.technician ?? ''} set={technician => change({ technician })} options={technicians.map(known => [known.id, known.name])} />
      )}
      <TextField label={isNew ? t('signIn.password') : t('admin.account.newPassword')} type="password" required={isNew} autoComplete="new-password" value={password} set={setPassword} />
      <label className="check"><input type="checkbox" checked={entry.isActive} onChange={event => change({ isActive: event.target.checked })} /> {t('admin.active')}</label>
    </SaveForm>
  );
}
