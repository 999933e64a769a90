import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../contract';
import { BoardFrame } from './BoardFrame';
import { SignInPage } from './features/signin/SignInPage';
import { openDesk } from './openDesk';
import { readSession, signOut } from './session';
import { DeskContext, type Desk } from './store/desk';

const AdminPages = lazy(() => import('./features/admin/AdminPages').then(module => ({ default: module.AdminPages })));

/** The sign-in page, or what the signed-in role may see; for an unknown address neither. */
export function App() {
  return isPage(location.pathname) ? <Entrance /> : <NoSuchPage />;
}

/** What the server answers with this app; anything else it answers with 404, and this app as well. */
const isPage = (path: string) => /^\/(index\.html|admin(\/[^/]*)?\/?)?$/.test(path);

/** For an address that leads nowhere: says so, and where one may have wanted to go. */
function NoSuchPage() {
  const { t } = useTranslation();
  return (
    <main className="page-note">
      <h1>{t('nowhere.title')}</h1>
      <p>{t('nowhere.hint')}</p>
      <p className="page-ways"><a className="button primary" href="/">{t('role.toBoard')}</a><a className="button" href="/tech">{t('nowhere.toPhone')}</a></p>
    </main>
  );
}

function Entrance() {
  const { t } = useTranslation();
  const [session, setSession] = useState<SessionView | null | undefined>(undefined);
  useEffect(() => {
    readSession().then(setSession, () => setSession(null));
  }, []);
  const leave = () => void signOut().finally(() => setSession(null));
  if (session === undefined) return <p className="page-note" role="status">{t('loading')}</p>;
  if (!session) return <SignInPage signedIn={setSession} />;
  if (session.role === 'Technician') {
    location.replace('/tech');
    return null;
  }
  if (session.role === 'Clinician') return <NothingYet leave={leave} />;
  if (location.pathname.startsWith('/admin')) {
    if (session.role !== 'Administrator') return <NotAllowed leave={leave} />;
    return <Suspense fallback={<p className="page-note" role="status">{t('loading')}</p>}><AdminPages session={session} leave={leave} /></Suspense>;
  }
  return <OpenBoard key={session.userName} session={session} leave={leave} />;
}

function OpenBoard({ session, leave }: { session: SessionView; leave: () => void }) {
  const { t } = useTranslation();
  const [desk, setDesk] = useState<Desk | null | 'failed' | undefined>(undefined);
  const [wanted, setWanted] = useState<string | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let opened: Desk | null = null;
    let isLeft = false;
    openDesk(session, wanted).then(
      next => {
        opened = next;
        if (isLeft) next?.store.close();
        else setDesk(next);
      },
      () => { if (!isLeft) setDesk('failed'); },
    );
    return () => {
      isLeft = true;
      opened?.store.close();
    };
  }, [session, wanted, attempt]);

  if (desk === undefined) return <p className="page-note" role="status">{t('loading')}</p>;
  if (desk === 'failed') {
    return (
      <main className="page-note" role="alert">
        <p>{t('refused.unreachable')}</p>
        <button type="button" onClick={() => { setDesk(undefined); setAttempt(attempt + 1); }}>{t('retry')}</button>
      </main>
    );
  }
  if (desk === null) {
    return (
      <main className="page-note">
        <h1>{t('noTerritory.title')}</h1>
        <p>{session.role === 'Administrator' ? t('noTerritory.administrator') : t('noTerritory.dispatcher')}</p>
        {session.role === 'Administrator' && <a className="button primary" href="/admin">{t('noTerritory.open')}</a>}
        <button type="button" onClick={leave}>{t('me.signOut')}</button>
      </main>
    );
  }
  return (
    <DeskContext value={desk}>
      <BoardFrame leave={leave} switchTerritory={setWanted} />
    </DeskContext>
  );
}

function NothingYet({ leave }: { leave: () => void }) {
  const { t } = useTranslation();
  return <main className="page-note"><p>{t('role.clinician')}</p><button type="button" onClick={leave}>{t('me.signOut')}</button></main>;
}

function NotAllowed({ leave }: { leave: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="page-note">
      <p>{t('role.notAdministrator')}</p>
      <a className="button" href="/">{t('role.toBoard')}</a>
      <button type="button" onClick={leave}>{t('me.signOut')}</button>
    </main>
  );
}
