import { type SyntheticEvent, useEffect, useState } from 'react';
import { ask } from '../link/api';
import { usePhone, usePhoneState, useWords } from '../phoneContext';

interface DemoAccount {
  user: string;
  password: string;
  role: string;
}

/** Who are you? While demo data is in use, technicians of the demo are offered. */
export function SignIn() {
  const { say } = useWords();
  const phone = usePhone();
  const { mustSignIn } = usePhoneState();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const demo = useDemoTechnicians();

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const became = await phone.signIn(user.trim(), password);
    setBusy(false);
    if (became === 'wrong') setProblem(say('signInWrong'));
    if (became === 'offline') setProblem(say('signInOffline'));
    if (became === 'too-many') setProblem(say('signInTooMany'));
  };

  return (
    <main className="page signin">
      <img src="/icon.svg" alt="" width={48} height={48} />
      <h1>{say('signIn')}</h1>
      <p className="muted">{mustSignIn ? say('signInAgain') : say('signInLead')}</p>
      <form onSubmit={event => void submit(event)}>
        <label>
          {say('user')}
          <input
            value={user}
            onChange={event => setUser(event.target.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </label>
        <label>
          {say('password')}
          <input
            type="password"
            value={password}
            onChange={event => setPassword(event.target.value)}
            autoComplete="current-password"
            required
          />
        </label>
        {problem && <p className="problem" role="alert">{problem}</p>}
        <button type="submit" className="primary" disabled={isBusy}>{say('signIn')}</button>
      </form>
      {demo.length > 0 && (
        <label>
          {say('demoAccounts')}
          <select
            value=""
            onChange={event => {
              const account = demo.find(each => each.user === event.target.value);
              setUser(account?.user ?? '');
              setPassword(account?.password ?? '');
            }}
          >
            <option value="">{say('demoChoose')}</option>
            {demo.map(each => <option key={each.user} value={each.user}>{each.user}</option>)}
          </select>
        </label>
      )}
    </main>
  );
}

function useDemoTechnicians(): DemoAccount[] {
  const [accounts, setAccounts] = useState<DemoAccount[]>([]);
  useEffect(() => {
    void ask<DemoAccount[]>('GET', '/api/demo-accounts').then(({ status, body }) => {
      if (status === 200 && Array.isArray(body)) setAccounts(body.filter(each => each.role === 'Technician'));
    });
  }, []);
  return accounts;
}
