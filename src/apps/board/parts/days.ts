import { Temporal } from 'temporal-polyfill';
import type { DaySpan, LocalDate, VisitView } from '../../contract';

/** The days on which a visit may be done, as a form has them; times are "HH:mm", empty for any time of the day. */
export interface EnteredDays {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly from: string;
  readonly to: string;
}

/** How many days a form begins with. */
const usualDays = 14;

/** From tomorrow on for two weeks, at any time. */
export function usualSpan(today: LocalDate): EnteredDays {
  const first = Temporal.PlainDate.from(today).add({ days: 1 });
  return { first: first.toString(), last: first.add({ days: usualDays - 1 }).toString(), from: '', to: '' };
}

/** The same as the server takes it. */
export const spanOf = ({ first, last, from, to }: EnteredDays): DaySpan => ({ first, last, times: from && to ? [{ from: `${from}:00`, to: `${to}:00`, on: null }] : null });

/** And back, for a form about a visit that has days; of several times the first is shown. */
export const enteredOf = ({ first, last, times }: DaySpan): EnteredDays => ({ first, last, from: times?.[0]?.from.slice(0, 5) ?? '', to: times?.[0]?.to.slice(0, 5) ?? '' });

/** The last day on which a visit may be done; null where nobody has said. */
export const lastDayOf = (visit: Pick<VisitView, 'days' | 'dueDate'>): LocalDate | null => visit.days?.last ?? visit.dueDate;
