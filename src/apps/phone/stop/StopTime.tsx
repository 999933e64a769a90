import type { TechnicianStop } from '../../contract';
import { useWords } from '../phoneContext';

/** When: the arrival large, and what it is made of. Facts say that they are facts. */
export function StopTime({ stop: { stop, durationMinutes } }: { stop: TechnicianStop }) {
  const { say, time, duration, distance } = useWords();
  const drive = stop.driveMetres === 0 ? say('noDrive') : say('drive', { duration: duration(stop.driveSeconds), distance: distance(stop.driveMetres) });
  const work = say('work', { duration: duration(durationMinutes * 60) });
  // Waiting at the door is told: work begins later than the arrival.
  const waits = Date.parse(stop.startAt) - Date.parse(stop.arriveAt) >= 60_000;
  switch (stop.state) {
    case 'OnTheWay':
      return (
        <div className="stop-time">
          <p className="stop-clock">{time(stop.arriveAt)}</p>
          <p><strong>{say('onTheWaySince', { time: time(stop.departAt) })}</strong><br /><span className="muted">{drive}</span></p>
        </div>
      );
    case 'Planned':
      return (
        <div className="stop-time">
          <p className="stop-clock">{time(stop.arriveAt)}</p>
          <p className="muted">
            {drive}<br />{work}{waits ? `, ${say('startsAt', { time: time(stop.startAt) })}` : ''}
          </p>
        </div>
      );
    case 'Arrived':
      return (
        <div className="stop-time">
          <p className="stop-clock">{time(stop.arriveAt)}</p>
          <p><strong>{say('stateUnderWay')}</strong><br /><span className="muted">{say('untilAbout', { time: time(stop.endAt) })}</span></p>
        </div>
      );
    case 'Done':
    case 'CouldNotBeDone':
      return (
        <div className="stop-time">
          <p className="stop-clock closed">{time(stop.endAt)}</p>
          <p className="muted">{say(stop.state === 'Done' ? 'stateDone' : 'stateCouldNot')}</p>
        </div>
      );
  }
}
