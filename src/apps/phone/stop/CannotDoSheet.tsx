import type { TechnicianStop } from '../../contract';
import { useNotes, usePhone, useWords } from '../phoneContext';
import { Choices } from '../sheet/Choices';
import { Sheet } from '../sheet/Sheet';

const reasons = ['nobody-home', 'part-missing', 'unsafe', 'refused', 'other'] as const;

/** Why a visit cannot be done, and that a follow-up is made. Left half-way, it is as it was when taken up again. */
export function CannotDoSheet({ stop, isOpen, onClose }: { stop: TechnicianStop; isOpen: boolean; onClose: () => void }) {
  const { say } = useWords();
  const phone = usePhone();
  const { visit } = stop.stop;
  const notes = useNotes(visit);
  const reason = reasons.find(each => each === notes?.reason);
  const remark = notes?.remark ?? '';
  // "Something else" says nothing without a word.
  const isReady = reason !== undefined && (reason !== 'other' || remark.trim() !== '');

  const send = async () => {
    if (!reason) return;
    onClose();
    await phone.report({ kind: 'fact', fact: { kind: 'cannot-do', visit, reason, remark: remark.trim() } });
    await phone.keepNotes({ visit, reason: '', remark: '' });
  };

  return (
    <Sheet title={say('cannotTitle')} isOpen={isOpen} onClose={onClose}>
      <p className="muted">{say('cannotLead')}</p>
      <Choices
        label={say('cannotTitle')}
        value={reason ?? null}
        options={reasons.map(each => ({ value: each, label: say(`reason_${each}`) }))}
        onChange={value => void phone.keepNotes({ visit, reason: value })}
      />
      <label>
        {say(reason === 'other' ? 'remarkNeeded' : 'remarkLabel')}
        <textarea rows={2} maxLength={500} value={remark} onChange={event => void phone.keepNotes({ visit, remark: event.target.value })} />
      </label>
      <button type="button" className="primary" disabled={!isReady} onClick={() => void send()}>{say('cannotSend')}</button>
    </Sheet>
  );
}
