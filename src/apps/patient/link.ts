import type { OfferedInterval, PatientAnswer, PatientVisitView } from '../contract';

/** What came back from the server, or why nothing did. */
export type Answered<T> = { kind: 'ok'; value: T } | { kind: 'no-link' } | { kind: 'refused' } | { kind: 'offline' };

/** The visit that this browser's link leads to. */
export const readVisit = () => ask<PatientVisitView>('/api/patient-visit');

/** The best other intervals. */
export const readIntervals = () => ask<OfferedInterval[]>('/api/patient-visit/intervals');

/** Sends an answer. The id is made where the button was pressed: pressing again after a fault sends the same one. */
export const sendAnswer = (id: string, answer: PatientAnswer) =>
  ask<unknown>('/api/patient-visit/answers', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Dispatch': '1', 'Idempotency-Key': id },
    body: JSON.stringify(answer),
  });

async function ask<T>(path: string, request: RequestInit = {}): Promise<Answered<T>> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...request });
  } catch {
    return { kind: 'offline' };
  }
  if (response.status === 401 || response.status === 404) return { kind: 'no-link' };
  if (response.status >= 500 || response.status === 429) return { kind: 'offline' };
  if (!response.ok) return { kind: 'refused' };
  try {
    const text = await response.text();
    const value: unknown = text ? JSON.parse(text) : null;
    return isRefusal(value) ? { kind: 'refused' } : { kind: 'ok', value: value as T };
  } catch {
    return { kind: 'offline' };
  }
}

const isRefusal = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'isAccepted' in value && value.isAccepted === false;
