import type { ClockView, GuidanceView, PartKind, SessionView, TechnicianDayView } from '../../contract';
import { type ClockReading, skewFrom } from '../clock/domainClock';

/** An answer of the server; status 0 when none came. */
export interface Answer<T> {
  status: number;
  body: T | null;
  /** Its Date header. */
  date: string | null;
}

/** Asks the server; a lost connection is an answer with status 0, not an exception. */
export async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown, key?: string | null): Promise<Answer<T>> {
  const headers: Record<string, string> = {};
  if (method !== 'GET') headers['X-Dispatch'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) as T | null, date: response.headers.get('Date') };
  } catch {
    return { status: 0, body: null, date: null };
  }
}

function parsed(text: string): unknown {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's own page: its status says enough.
    return null;
  }
}

/** Who is signed in. */
export const readSession = () => ask<SessionView>('GET', '/api/session');

/** Signs in. */
export const signIn = (user: string, password: string) => ask<SessionView>('POST', '/api/session', { user, password });

/** Signs out. */
export const signOut = () => ask<null>('DELETE', '/api/session');

/** Today, whole; 204 when not on the roster. */
export const readDay = () => ask<TechnicianDayView>('GET', '/api/my-day');

/** What the territory's parts are called. */
export const readParts = () => ask<PartKind[]>('GET', '/api/my-day/parts');

/** Directions to the next stop; 204 when there is none, or no road to it. */
export const readGuidance = (language: string) => ask<GuidanceView>('GET', `/api/my-day/guidance?language=${encodeURIComponent(language)}`);

/** The domain's clock, with how far this phone's own is off; none when it cannot be had. */
export async function readClock(): Promise<ClockReading | null> {
  const sentMs = Date.now();
  const { status, body, date } = await ask<ClockView>('GET', '/api/clock');
  return status === 200 && body ? { clock: body, skewMs: skewFrom(date, sentMs, Date.now()) } : null;
}
