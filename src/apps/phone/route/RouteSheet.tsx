import { Car, Check, Coffee, X } from 'lucide-react';
import type { TechnicianDayView, TechnicianStop } from '../../contract';
import { placeLine } from '../day/placeLine';
import { Urgency } from '../day/Urgency';
import { isClosed } from '../day/withReports';
import { useWords } from '../phoneContext';
import { Sheet } from '../sheet/Sheet';
import { routeRows } from './routeRows';

/** Today's route in order: drives, times, the break. A tap opens a stop. */
export function RouteSheet({ day, shown, isOpen, onClose, onPick }: {
  day: TechnicianDayView;
  shown: string | null;
  isOpen: boolean;
  onClose: () => void;
  onPick: (visit: string) => void;
}) {
  const { say, time, duration, distance } = useWords();
  const rows = routeRows(day);
  return (
    <Sheet title={say('route')} isOpen={isOpen} onClose={onClose} isTall>
      {day.stops.length === 0 && <p className="muted">{say('routeNone')}</p>}
      <ol className="route">
        {rows.map(row =>
          row.kind === 'break' ? (
            <li key="break" className="route-break">
              <span className="route-time">{time(row.startAt)}</span>
              <Coffee size={20} aria-hidden="true" /> {say('breakRow', { duration: duration(row.minutes * 60) })}
            </li>
          ) : (
            <li key={row.stop.stop.visit}>
              {!isClosed(row.stop.stop.state) && (
                <p className="route-drive">
                  <Car size={16} aria-hidden="true" /> {row.stop.stop.driveMetres === 0 ? say('noDrive') : `${duration(row.stop.stop.driveSeconds)}, ${distance(row.stop.stop.driveMetres)}`}
                  {row.spareSeconds > 0 && `, ${say('waiting', { duration: duration(row.spareSeconds) })}`}
                </p>
              )}
              <button
                type="button"
                className="route-stop"
                data-closed={isClosed(row.stop.stop.state)}
                aria-current={row.stop.stop.visit === shown ? 'true' : undefined}
                onClick={() => onPick(row.stop.stop.visit)}
              >
                <span className="route-time">{time(isClosed(row.stop.stop.state) ? row.stop.stop.endAt : row.stop.stop.arriveAt)}</span>
                <span className="route-what">
                  <span className="route-name">{row.stop.patientName}</span>
                  <span className="muted">{placeLine(row.stop)}</span>
                  <span className="muted"><Urgency urgency={row.stop.urgency} /> {row.stop.typeName}</span>
                  <StateMark stop={row.stop} />
                </span>
              </button>
            </li>
          ),
        )}
      </ol>
    </Sheet>
  );
}

/** How far it has got, as icon with its word. */
function StateMark({ stop }: { stop: TechnicianStop }) {
  const { say } = useWords();
  switch (stop.stop.state) {
    case 'Done':
      return <span className="route-state"><Check size={16} aria-hidden="true" /> {say('stateDone')}</span>;
    case 'CouldNotBeDone':
      return <span className="route-state"><X size={16} aria-hidden="true" /> {say('stateCouldNot')}</span>;
    case 'Arrived':
      return <span className="route-state now">{say('stateUnderWay')}</span>;
    case 'OnTheWay':
      return <span className="route-state now">{say('stateOnTheWay')}</span>;
    case 'Planned':
      return null;
  }
}
