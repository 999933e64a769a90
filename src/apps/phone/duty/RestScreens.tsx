import type { ReactNode } from 'react';
import type { TechnicianDayView } from '../../contract';
import { useWords } from '../phoneContext';
import { telLink } from '../texts/format';

/** A page with nothing to drive to: says why, and what one can do. */
export function RestScreen({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <section className="page rest">
      <h1>{title}</h1>
      <p className="muted">{lead}</p>
      {children}
    </section>
  );
}

/** On a break: since when, and how long it was planned. */
export function BreakScreen({ day }: { day: TechnicianDayView }) {
  const { say, time, duration } = useWords();
  const lead = say('onBreakSince', { time: day.breakStart ? time(day.breakStart) : '–', duration: duration(day.breakMinutes * 60) });
  return <RestScreen title={say('onBreakTitle')} lead={lead} />;
}

/** Taken out of the day by the desk. */
export function OutScreen({ day }: { day: TechnicianDayView }) {
  const { say } = useWords();
  return (
    <RestScreen title={say('outTitle')} lead={say('outLead')}>
      <a className="primary" href={telLink(day.deskPhone)}>{say('callDesk')}</a>
    </RestScreen>
  );
}
