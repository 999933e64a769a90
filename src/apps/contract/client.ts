import type { CsvMistake, Reason } from './generated';

/** Problem details (RFC 9457) as the server writes them; `code` is stable and the apps translate it. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  values: Record<string, string>;
  errors?: Record<string, string[]>;
  /** What is wrong with a CSV file, line by line. */
  mistakes?: CsvMistake[];
}

/** The server understood and said no: nothing was changed. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'Refused';
  }

  /** As a reason, so that refusals and reasons are shown by the same words. */
  get reason(): Reason {
    return { code: this.problem.code, text: this.problem.detail || this.problem.title, values: this.problem.values };
  }
}

/** No answer came; whether the server took the command is not known, and sending it again with the same id is safe. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause });
    this.name = 'Unreachable';
  }
}

/** How long an answer may take before the server counts as out of reach, in milliseconds. */
const patienceMs = 20_000;

/** A command id: 128 random bits. Made where the button is pressed; also where the page has no certificate and `randomUUID` is missing. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads. Null where the server answers 204. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await request('GET', path, {}, undefined, signal)) as T;
}

/** Reads what never changes under its path; the browser keeps it as long as the server says. */
export async function askOnce<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await request('GET', path, {}, undefined, signal, 'default')) as T;
}

/** What goes with a command. */
export interface SendOptions {
  /** The command id; a fresh one by default. Give the same one to repeat a command whose answer was lost. */
  id?: string;
  /** The plan version that was looked at. */
  ifMatch?: number;
  signal?: AbortSignal;
}

/** Sends a command; JSON unless the body is text (CSV). Throws `Refused` or `Unreachable`. */
export async function send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, options: SendOptions = {}): Promise<T> {
  const headers: Record<string, string> = { 'X-Dispatch': '1', 'Idempotency-Key': options.id ?? freshId() };
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  if (body !== undefined) headers['Content-Type'] = typeof body === 'string' ? 'text/csv; charset=utf-8' : 'application/json';
  const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
  return (await request(method, path, headers, text, options.signal)) as T;
}

async function request(method: string, path: string, headers: Record<string, string>, body?: string, signal?: AbortSignal, cache: RequestCache = 'no-store'): Promise<unknown> {
  const patience = AbortSignal.timeout(patienceMs);
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      ...(body === undefined ? {} : { body }),
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable(error);
  }
  const answer = parsed(text, response.headers.get('Content-Type'));
  if (response.ok) return answer;
  throw new Refused(problemFrom(response.status, answer));
}

function parsed(text: string, type: string | null): unknown {
  if (!text) return null;
  if (!type?.includes('json')) return text;
  return JSON.parse(text);
}

function problemFrom(status: number, answer: unknown): Problem {
  const given = typeof answer === 'object' && answer !== null ? (answer as Partial<Problem>) : {};
  return {
    status,
    code: given.code ?? `http-${status}`,
    title: given.title ?? '',
    detail: given.detail ?? '',
    values: given.values ?? {},
    ...(given.errors ? { errors: given.errors } : {}),
    ...(given.mistakes ? { mistakes: given.mistakes } : {}),
  };
}
