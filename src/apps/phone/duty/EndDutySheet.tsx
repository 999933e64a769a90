import type { TechnicianDayView } from '../../contract';
import { isClosed } from '../day/withReports';
import { usePhone, useWords } from '../phoneContext';
import { Sheet } from '../sheet/Sheet';

/** Ends duty; asks once more while stops are open. */
export function EndDutySheet({ day, isOpen, onClose }: { day: TechnicianDayView; isOpen: boolean; onClose: () => void }) {
  const { say } = useWords();
  const phone = usePhone();
  const open = day.stops.filter(each => !isClosed(each.stop.state)).length;
  const end = () => {
    onClose();
    void phone.report({ kind: 'fact', fact: { kind: 'duty-ended' } });
  };
  return (
    <Sheet title={say('endDuty')} isOpen={isOpen} onClose={onClose}>
      {open > 0 && <p>{say('endDutyLead', { count: open })}</p>}
      <button type="button" className="primary" onClick={end}>{say('endDutySure')}</button>
    </Sheet>
  );
}
