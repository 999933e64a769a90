import { useState } from 'react';
import { useWords } from '../phoneContext';
import { Choices } from '../sheet/Choices';
import { Sheet } from '../sheet/Sheet';

const reasons = ['time', 'part', 'skill', 'van', 'other'] as const;

/** Why the changed route cannot be driven; the reason goes back to the planner. */
export function CannotFollowSheet({ isOpen, onClose, onSend }: { isOpen: boolean; onClose: () => void; onSend: (code: string, reason: string) => void }) {
  const { say } = useWords();
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null);
  const [words, setWords] = useState('');
  const isReady = reason !== null && (reason !== 'other' || words.trim() !== '');
  return (
    <Sheet title={say('changeCannotTitle')} isOpen={isOpen} onClose={onClose}>
      <p className="muted">{say('changeCannotLead')}</p>
      <Choices label={say('changeCannotTitle')} value={reason} options={reasons.map(value => ({ value, label: say(`changeReason_${value}`) }))} onChange={setReason} />
      <label>
        {say(reason === 'other' ? 'remarkNeeded' : 'remarkLabel')}
        <textarea rows={2} maxLength={400} value={words} onChange={event => setWords(event.target.value)} />
      </label>
      <button
        type="button"
        className="primary"
        disabled={!isReady}
        onClick={() => {
          onClose();
          onSend(reason ?? 'other', words.trim());
        }}
      >
        {say('changeCannot')}
      </button>
    </Sheet>
  );
}
