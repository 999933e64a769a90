import { useEffect, useState } from 'react';
import type { SessionView } from '../contract';
import { SignInPage } from './features/signin/SignInPage';
import { readSession } from './session';

/** The sign-in page, or what the signed-in role may see. */
export function App() {
  const [session, setSession] = useState<SessionView | null | undefined>(undefined);
  useEffect(() => {
    readSession().then(setSession, () => setSession(null));
  }, []);
  if (session === undefined) return null;
  if (!session) return <SignInPage signedIn={setSession} />;
  return <main><h1>{session.displayName}</h1></main>;
}
