import type { OutboxItem } from './outboxItem';

/** The most facts in one request. */
const batchSize = 40;

/** The next request: what is waiting, oldest first, in the order in which it happened. */
export interface Delivery {
  path: string;
  /** Its Idempotency-Key; a batch carries an id per fact instead. */
  key: string | null;
  body: unknown;
  items: OutboxItem[];
}

/** What to do with a delivery once it was answered. */
export type Verdict =
  | { kind: 'answered'; taken: OutboxItem[]; refused: { item: OutboxItem; code: string; text: string }[] }
  /** Something in the batch cannot be read: send its parts one by one, so that one bad report holds up no other. */
  | { kind: 'one-by-one' }
  | { kind: 'sign-in' }
  | { kind: 'later' };

/** The next delivery, or nothing to send. Only neighbours share a request: order is kept across kinds of reports. */
export function nextDelivery(items: readonly OutboxItem[], atMost = batchSize): Delivery | null {
  const waiting = items.filter(item => item.state === 'waiting').sort((a, b) => a.seq - b.seq);
  const first = waiting[0];
  if (!first) return null;
  const { report, id, occurredAt } = first;
  if (report.kind === 'answer')
    return { path: '/api/my-day/answers', key: id, body: { id, occurredAt, answer: report.answer }, items: [first] };
  if (report.kind === 'message')
    return { path: '/api/my-day/messages', key: id, body: { text: report.text }, items: [first] };

  const end = waiting.findIndex(item => item.report.kind !== 'fact');
  const batch = waiting.slice(0, Math.min(end < 0 ? waiting.length : end, atMost));
  const body = batch.map(item => ({
    id: item.id,
    occurredAt: item.occurredAt,
    fact: item.report.kind === 'fact' ? item.report.fact : null,
  }));
  return { path: '/api/my-day/facts', key: null, body, items: batch };
}

/** Weighs the server's answer. Only an answer that says so takes a report off the list; silence and faults never do. */
export function weigh(delivery: Delivery, status: number, body: unknown): Verdict {
  const { items } = delivery;
  if (status >= 200 && status < 300) {
    const results = Array.isArray(body) ? body : [body];
    const taken: OutboxItem[] = [];
    const refused: { item: OutboxItem; code: string; text: string }[] = [];
    items.forEach((item, at) => {
      const refusal = refusalIn(results[at]);
      if (refusal) refused.push({ item, ...refusal });
      else taken.push(item);
    });
    return { kind: 'answered', taken, refused };
  }
  if (status === 401) return { kind: 'sign-in' };
  // Too early, too many, timed out, or the server's own fault: it may pass.
  if (status < 400 || status >= 500 || [408, 425, 429].includes(status)) return { kind: 'later' };
  if (items.length > 1) return { kind: 'one-by-one' };
  const refusal = problemIn(body, status);
  return { kind: 'answered', taken: [], refused: items.map(item => ({ item, ...refusal })) };
}

function refusalIn(result: unknown): { code: string; text: string } | null {
  if (!isRecord(result) || result.isAccepted !== false) return null;
  const reason = isRecord(result.refusal) ? result.refusal : {};
  return { code: textOf(reason.code, 'refused'), text: textOf(reason.text, '') };
}

function problemIn(body: unknown, status: number): { code: string; text: string } {
  const problem = isRecord(body) ? body : {};
  return { code: textOf(problem.code, `http-${status}`), text: textOf(problem.detail, textOf(problem.title, '')) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
