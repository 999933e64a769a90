import { ask, Refused, send, type DemoAccount, type SessionView } from '../contract';

/** Who is signed in; null if nobody is. */
export async function readSession(): Promise<SessionView | null> {
  try {
    return await ask<SessionView>('/api/session');
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) return null;
    throw error;
  }
}

/** Signs in; throws `Refused` with 401 where user and password do not match. */
export const signIn = (user: string, password: string) => send<SessionView>('POST', '/api/session', { user, password });

/** Signs out. */
export const signOut = () => send<null>('DELETE', '/api/session');

/** The accounts of the demo data; none where real data is in use. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  try {
    return (await ask<DemoAccount[] | null>('/api/demo-accounts')) ?? [];
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}
