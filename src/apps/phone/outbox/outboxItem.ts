import type { AnswerRouteChange, TechnicianFact } from '../../contract';

/** What a technician tells the desk; each waits in the outbox until the server has it. */
export type Report =
  | { kind: 'fact'; fact: TechnicianFact }
  | { kind: 'answer'; answer: AnswerRouteChange }
  | { kind: 'message'; text: string };

/** A report on its way. The id is made where the button was pressed, so that sending it twice changes nothing. */
export interface OutboxItem {
  /** Place in the order of sending; rises. */
  seq: number;
  id: string;
  technician: string;
  /** By the domain's clock, ISO 8601. */
  occurredAt: string;
  report: Report;
  /** Taken: durable on the server, but the day on this phone may still be older than it. */
  state: 'waiting' | 'taken';
}

/** A report that the server would not have, kept until the technician has read why. */
export interface RefusedReport {
  id: string;
  report: Report;
  code: string;
  text: string;
}
