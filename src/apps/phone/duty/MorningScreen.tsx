import type { TechnicianDayView } from '../../contract';
import { useNotes, usePartName, usePhone, useWords } from '../phoneContext';
import { placeLine } from '../day/placeLine';

/** Before duty: the shift, the first stop, and what to load. */
export function MorningScreen({ day }: { day: TechnicianDayView }) {
  const { say, time } = useWords();
  const first = day.stops[0];
  return (
    <section className="page">
      <h1>{say('morningTitle', { name: day.name })}</h1>
      <p className="muted">
        {day.shiftStart && day.shiftEnd && `${say('morningShift', { start: time(day.shiftStart), end: time(day.shiftEnd) })}, `}
        {say('morningStops', { count: day.stops.length })}
      </p>
      {first && <p>{say('morningFirst', { time: time(first.stop.arriveAt), place: placeLine(first) })}</p>}
      <LoadList day={day} />
    </section>
  );
}

/** The notes of loading stand under a name that no visit has. */
const loading = '.loading';

/** What to load; ticks stay on the phone for the day. */
export function LoadList({ day }: { day: TechnicianDayView }) {
  const { say } = useWords();
  const phone = usePhone();
  const partName = usePartName();
  const ticked = useNotes(loading)?.ticked ?? [];
  const done = day.load.filter(each => ticked.includes(each.part)).length;
  const toggle = (part: string) =>
    void phone.keepNotes({ visit: loading, ticked: ticked.includes(part) ? ticked.filter(each => each !== part) : [...ticked, part] });
  return (
    <section className="list">
      <h2>{say('load')}</h2>
      {day.load.length === 0
        ? <p className="muted">{say('loadNothing')}</p>
        : <p className="muted" role="status">{say('loaded', { done, all: day.load.length })}</p>}
      {day.load.map(({ part, count }) => (
        <label key={part} className="tick">
          <input type="checkbox" checked={ticked.includes(part)} onChange={() => toggle(part)} />
          <span><strong>{count} ×</strong> {partName(part)}</span>
        </label>
      ))}
    </section>
  );
}
