/** What the phone itself remembers of a visit, so that every step can be left and taken up later. */
export interface VisitNotes {
  visit: string;
  /** The service day, yyyy-MM-dd; notes of other days are dropped. */
  date: string;
  /** What was told of running late: minutes, and when. */
  late?: { minutes: number; at: string };
  /** Words not sent yet: of the outcome, and why it cannot be done. */
  outcomeKind?: string;
  outcome?: string;
  reason?: string;
  remark?: string;
  /** Lines of the checklist that are ticked. */
  ticked?: string[];
}
