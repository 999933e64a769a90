import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonText } from '../../parts/ReasonText';
import { useBoard, useDesk } from '../../store/desk';
import { selectOne } from '../../store/selection';

/** How long a change by someone else is shown, in milliseconds. */
const shownMs = 5_000;

/** Who changed what, for five seconds, with undo where it is allowed. One's own changes are told by their notices. */
export function ChangeNotes() {
  const { t } = useTranslation();
  const { session, commands } = useDesk();
  const { day } = useBoard();
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map());
  const [now, setNow] = useState(() => performance.now());
  const notes = day.notes.filter(({ note }) => note.actor !== session.userName);

  useEffect(() => {
    setShown(known => {
      const fresh = notes.filter(({ note }) => !known.has(note.change));
      if (fresh.length === 0) return known;
      return new Map([...known, ...fresh.map(({ note }) => [note.change, performance.now() + shownMs] as const)]);
    });
  }, [notes.length, notes.at(-1)?.note.change]); // eslint-disable-line react-hooks/exhaustive-deps -- a new array each time, the same notes
  const isAnyShown = notes.some(({ note }) => (shown.get(note.change) ?? 0) > now);
  useEffect(() => {
    if (!isAnyShown && notes.length === 0) return;
    const timer = setTimeout(() => setNow(performance.now()), 500);
    return () => clearTimeout(timer);
  }, [isAnyShown, now, notes.length]);

  return notes.filter(({ note }) => (shown.get(note.change) ?? 0) > now).slice(-3).map(({ note }) => (
    <div key={note.change} className="notice" data-tone="news">
      <button type="button" className="link" disabled={note.visits.length === 0} onClick={() => { const [first] = note.visits; if (first) selectOne('visit', first); }}>
        <b>{t(`actor.${note.actor}`, note.actor)}</b> {reasonText(t, note.what)}
      </button>
      {note.canUndo && <button type="button" className="quiet" onClick={() => void commands.undo(note.change)}>{t('header.undo')}</button>}
    </div>
  ));
}
