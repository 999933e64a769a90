import { useNotes, usePhone, useWords } from '../phoneContext';

/** What to check at the visit; ticks stay on the phone until the day is over. */
export function Checklist({ visit, lines }: { visit: string; lines: readonly string[] }) {
  const { say } = useWords();
  const phone = usePhone();
  const ticked = useNotes(visit)?.ticked ?? [];
  const toggle = (line: string) =>
    void phone.keepNotes({ visit, ticked: ticked.includes(line) ? ticked.filter(each => each !== line) : [...ticked, line] });
  return (
    <section className="list">
      <h2>{say('checklist')}</h2>
      {lines.map(line => (
        <label key={line} className="tick">
          <input type="checkbox" checked={ticked.includes(line)} onChange={() => toggle(line)} />
          <span>{line}</span>
        </label>
      ))}
    </section>
  );
}
