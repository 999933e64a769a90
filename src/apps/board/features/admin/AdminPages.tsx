import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type SessionView, type TerritoryProfile } from '../../../contract';
import { AccountsPage } from './AccountsPage';
import { CatalogPage } from './CatalogPage';
import { CsvPage } from './CsvPage';
import { DepotsPage } from './DepotsPage';
import { EquipmentPage } from './EquipmentPage';
import { FirstSteps, SavedContext } from './FirstSteps';
import { newTerritory } from './newEntries';
import { PatientsPage } from './PatientsPage';
import { TechniciansPage } from './TechniciansPage';
import { TerritoryPage } from './TerritoryPage';
import { VisitTypesPage } from './VisitTypesPage';
import './admin.css';

const pages = ['territory', 'depots', 'catalog', 'visit-types', 'technicians', 'patients', 'equipment', 'accounts', 'csv'] as const;
type PageName = (typeof pages)[number];

/** The administrator's screens: what a provider enters before there is anything to dispatch, and changes afterwards. */
export function AdminPages({ session, leave }: { session: SessionView; leave: () => void }) {
  const { t } = useTranslation();
  const [page, setPage] = useState<PageName>(() => pages.find(name => location.pathname.endsWith(`/${name}`)) ?? 'territory');
  const [territories, setTerritories] = useState<readonly TerritoryProfile[] | 'failed' | null>(null);
  const [chosen, setChosen] = useState<string | null>(session.territory);
  const load = useCallback(() => {
    ask<TerritoryProfile[]>('/api/territories').then(setTerritories, () => setTerritories('failed'));
  }, []);
  useEffect(load, [load]);
  const [saves, setSaves] = useState(0);
  const saved = useCallback(() => setSaves(count => count + 1), []);
  useEffect(() => {
    const back = () => setPage(pages.find(name => location.pathname.endsWith(`/${name}`)) ?? 'territory');
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go = (name: PageName) => {
    history.pushState(null, '', `/admin/${name}`);
    setPage(name);
  };

  if (territories === 'failed') {
    return <main className="page-note" role="alert"><p>{t('refused.unreachable')}</p><button type="button" onClick={load}>{t('retry')}</button></main>;
  }
  if (territories === null) return <p className="page-note" role="status">{t('loading')}</p>;
  const territory = territories.find(known => known.id === chosen) ?? (chosen === 'new' ? undefined : territories[0]);
  const shown = territory ? page : 'territory';
  return (
    <div className="admin">
      <nav className="admin-nav" aria-label={t('admin.title')}>
        <h1>{t('admin.title')}</h1>
        <label className="field">
          {t('header.territory')}
          <select value={territory?.id ?? 'new'} onChange={event => { setChosen(event.target.value); if (event.target.value === 'new') go('territory'); }}>
            {territories.map(known => <option key={known.id} value={known.id}>{known.name}</option>)}
            <option value="new">{t('admin.newTerritory')}</option>
          </select>
        </label>
        <ul>
          {pages.map(name => (
            <li key={name}><button type="button" aria-current={shown === name ? 'page' : undefined} disabled={!territory && name !== 'territory' && name !== 'accounts'} onClick={() => go(name)}>{t(`admin.page.${name}`)}</button></li>
          ))}
        </ul>
        <footer>
          {territory && <a className="button" href="/">{t('role.toBoard')}</a>}
          <button type="button" onClick={leave}>{t('me.signOut')}</button>
        </footer>
      </nav>
      <main className="admin-main">
        <FirstSteps territory={territory} saves={saves} shown={shown} go={go} />
        <SavedContext value={saved} key={`${territory?.id ?? 'new'} ${shown}`}>
          <h2>{t(`admin.page.${shown}`)}</h2>
          {shown === 'territory' && <TerritoryPage profile={territory ?? newTerritory()} isNew={!territory} saved={id => { setChosen(id); load(); }} />}
          {territory && shown === 'depots' && <DepotsPage profile={territory} saved={load} />}
          {territory && shown === 'catalog' && <CatalogPage profile={territory} saved={load} />}
          {territory && shown === 'visit-types' && <VisitTypesPage profile={territory} saved={load} />}
          {territory && shown === 'technicians' && <TechniciansPage territory={territory} />}
          {territory && shown === 'patients' && <PatientsPage territory={territory} />}
          {territory && shown === 'equipment' && <EquipmentPage territory={territory} />}
          {territory && shown === 'csv' && <CsvPage territory={territory} imported={load} />}
          {shown === 'accounts' && <AccountsPage territories={territories} />}
        </SavedContext>
      </main>
    </div>
  );
}
