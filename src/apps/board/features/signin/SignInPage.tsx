import { useEffect, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused, type DemoAccount, type SessionView } from '../../../contract';
import { demoAccounts, signIn } from '../../session';
import './signin.css';

/** User name and password; shows the demo accounts where the server offers them. */
export function SignInPage({ signedIn }: { signedIn: (session: SessionView) => void }) {
  const { t } = useTranslation();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [mistake, setMistake] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [accounts, setAccounts] = useState<DemoAccount[]>([]);
  useEffect(() => {
    demoAccounts().then(setAccounts, () => setAccounts([]));
  }, []);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      signedIn(await signIn(user.trim(), password));
    } catch (error) {
      setMistake(t(mistakeKey(error)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={event => void submit(event)} aria-labelledby="sign-in-title">
        <header>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <div>
            <h1 id="sign-in-title">Dispatch</h1>
            <p className="muted">{t('signIn.lead')}</p>
          </div>
        </header>
        <label>
          {t('signIn.user')}
          <input name="user" autoComplete="username" autoFocus required value={user} onChange={event => setUser(event.target.value)} />
        </label>
        <label>
          {t('signIn.password')}
          <input name="password" type="password" autoComplete="current-password" required value={password} onChange={event => setPassword(event.target.value)} />
        </label>
        <p role="alert" className="mistake">{mistake}</p>
        <button type="submit" className="primary" disabled={isBusy}>{t('signIn.submit')}</button>
        {accounts.length > 0 && (
          <fieldset className="sign-in-demo">
            <legend>{t('signIn.demo')}</legend>
            <p className="muted">{t('signIn.demoHint')}</p>
            <ul>
              {accounts.map(account => (
                <li key={account.user}>
                  <button type="button" onClick={() => { setUser(account.user); setPassword(account.password); }}>
                    <span>{account.user}</span> <span className="muted">{t(`role.${account.role}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </fieldset>
        )}
      </form>
    </main>
  );
}

function mistakeKey(error: unknown) {
  if (!(error instanceof Refused)) return 'signIn.unreachable' as const;
  return error.problem.status === 429 ? ('signIn.tooMany' as const) : ('signIn.wrong' as const);
}
