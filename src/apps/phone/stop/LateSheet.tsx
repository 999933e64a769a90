import type { TechnicianStop } from '../../contract';
import { toInstant } from '../clock/domainClock';
import { usePhone, useWords } from '../phoneContext';
import { Sheet } from '../sheet/Sheet';

/** How much later, in minutes. */
const choices = [15, 30];

/** Running late: one tap tells the desk. */
export function LateSheet({ stop, isOpen, onClose }: { stop: TechnicianStop; isOpen: boolean; onClose: () => void }) {
  const { say } = useWords();
  const phone = usePhone();
  const { visit } = stop.stop;
  const tell = async (minutes: number) => {
    onClose();
    await phone.report({ kind: 'fact', fact: { kind: 'runs-late', visit, minutes } });
    await phone.keepNotes({ visit, late: { minutes, at: toInstant(phone.nowMs()) } });
  };
  return (
    <Sheet title={say('lateTitle')} isOpen={isOpen} onClose={onClose}>
      <p className="muted">{say('lateLead')}</p>
      {choices.map(minutes => (
        <button key={minutes} type="button" className="choice" onClick={() => void tell(minutes)}>{say('lateMinutes', { minutes })}</button>
      ))}
    </Sheet>
  );
}
