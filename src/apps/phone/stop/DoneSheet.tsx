import type { TechnicianStop } from '../../contract';
import { useNotes, usePhone, useWords } from '../phoneContext';
import { Choices } from '../sheet/Choices';
import { Sheet } from '../sheet/Sheet';

const outcomes = ['doneAll', 'doneTaught', 'doneMore'] as const;

/** A short outcome, and the visit is done. */
export function DoneSheet({ stop, isOpen, onClose }: { stop: TechnicianStop; isOpen: boolean; onClose: () => void }) {
  const { say } = useWords();
  const phone = usePhone();
  const { visit } = stop.stop;
  const notes = useNotes(visit);
  const outcome = outcomes.find(each => each === notes?.outcomeKind) ?? 'doneAll';
  const words = notes?.outcome ?? '';
  const needsWords = outcome === 'doneMore' && words.trim() === '';

  const send = async () => {
    onClose();
    const text = [say(outcome), words.trim()].filter(Boolean).join(': ').slice(0, 500);
    await phone.report({ kind: 'fact', fact: { kind: 'finished', visit, outcome: text } });
    await phone.keepNotes({ visit, outcomeKind: '', outcome: '' });
  };

  return (
    <Sheet title={say('doneTitle')} isOpen={isOpen} onClose={onClose}>
      <Choices
        label={say('doneTitle')}
        value={outcome}
        options={outcomes.map(each => ({ value: each, label: say(each) }))}
        onChange={value => void phone.keepNotes({ visit, outcomeKind: value })}
      />
      <label>
        {say(outcome === 'doneMore' ? 'remarkNeeded' : 'outcomeLabel')}
        <textarea rows={2} maxLength={440} value={words} onChange={event => void phone.keepNotes({ visit, outcome: event.target.value })} />
      </label>
      <button type="button" className="primary" disabled={needsWords} onClick={() => void send()}>{say('outcomeSend')}</button>
    </Sheet>
  );
}
