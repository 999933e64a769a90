import type { TechnicianDayView } from '../../contract';
import { useWords } from '../phoneContext';

/** A page with nothing to drive to: says why, and what one can do. */
export function RestScreen({ title, lead }: { title: string; lead: string }) {
  return (
    <section className="page rest">
      <h1>{title}</h1>
      <p className="muted">{lead}</p>
    </section>
  );
}

/** On a break: since when, and how long it was planned. */
export function BreakScreen({ day }: { day: TechnicianDayView }) {
  const { say, time, duration } = useWords();
  const lead = say('onBreakSince', { time: day.breakStart ? time(day.breakStart) : '–', duration: duration(day.breakMinutes * 60) });
  return <RestScreen title={say('onBreakTitle')} lead={lead} />;
}

/** Taken out of the day by the desk; calling it lies under the thumb. */
export function OutScreen() {
  const { say } = useWords();
  return (
    <RestScreen title={say('outTitle')} lead={say('outLead')} />
  );
}
