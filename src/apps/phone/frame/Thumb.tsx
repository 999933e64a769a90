import { ChevronUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TechnicianDayView } from '../../contract';
import { factOf, nextStop, type NextStep } from '../day/nextStep';
import { placeLine } from '../day/placeLine';
import { isClosed } from '../day/withReports';
import { usePhone, useWords } from '../phoneContext';
import { useSwipe } from '../sheet/useSwipe';
import { DoneSheet } from '../stop/DoneSheet';
import { telLink } from '../texts/format';

/** After a press the button rests this long: a second tap of a gloved thumb must not report the next step as well. */
const restMs = 1_200;

/** What lies under the thumb: the route, one swipe up, and the one thing to do next. */
export function Thumb({ day, step, isElsewhere, isUnderWayElsewhere, onNext, onRoute, onEndDuty, onChange }: {
  day: TechnicianDayView;
  /** None where nothing is to be done. */
  step: NextStep | null;
  /** Another stop than the next one is shown. */
  isElsewhere: boolean;
  isUnderWayElsewhere: boolean;
  onNext: () => void;
  onRoute: () => void;
  onEndDuty: () => void;
  /** A changed route was put aside; none when none waits. */
  onChange: (() => void) | null;
}) {
  const { say } = useWords();
  const phone = usePhone();
  const [isClosing, setClosing] = useState(false);
  const [isResting, setResting] = useState(false);
  const swipe = useSwipe({ up: onRoute });

  useEffect(() => {
    if (!isResting) return undefined;
    const timer = setTimeout(() => setResting(false), restMs);
    return () => clearTimeout(timer);
  }, [isResting]);

  const press = (step: NextStep) => {
    if (step.kind === 'finish') setClosing(true);
    else if (step.kind === 'end-duty') onEndDuty();
    else {
      const fact = factOf(step);
      if (fact) void phone.report({ kind: 'fact', fact });
      setResting(true);
      if (step.kind === 'set-out') onNext();
    }
  };

  return (
    <footer className="thumb">
      {onChange && <button type="button" className="change-waits" onClick={onChange}>{say('changeWaits')}</button>}
      <RouteLine day={day} onRoute={onRoute} swipe={swipe} />
      {isElsewhere && <button type="button" className="quiet" onClick={onNext}>{say('showNext')}</button>}
      {step?.kind === 'out' && day.deskPhone && <a className="primary" href={telLink(day.deskPhone)}>{say('callDesk')}</a>}
      {step && step.kind !== 'out' && (
        <button type="button" className="primary" onClick={() => press(step)} disabled={isResting}>
          {step.kind === 'set-out' && isUnderWayElsewhere ? say('goHereInstead') : say(labels[step.kind])}
        </button>
      )}
      {step?.kind === 'finish' && (
        <DoneSheet key={step.stop.stop.visit} stop={step.stop} isOpen={isClosing} onClose={() => setClosing(false)} />
      )}
    </footer>
  );
}

const labels = {
  'start-duty': 'startDuty',
  'end-break': 'endBreak',
  'set-out': 'onMyWay',
  arrive: 'arrived',
  finish: 'done',
  'end-duty': 'endDuty',
  'resume-duty': 'resumeDuty',
} as const satisfies Record<Exclude<NextStep['kind'], 'out'>, string>;

/** Where in the route one is, and what follows; tapped or swiped up it opens the route. */
function RouteLine({ day, onRoute, swipe }: { day: TechnicianDayView; onRoute: () => void; swipe: ReturnType<typeof useSwipe> }) {
  const { say, time } = useWords();
  const next = nextStop(day.stops);
  const following = day.stops.find(each => each !== next && !isClosed(each.stop.state));
  return (
    <button type="button" className="route-line" onClick={onRoute} {...swipe}>
      <ChevronUp size={20} aria-hidden="true" />
      <span>
        {next ? say('routeOf', { at: day.stops.indexOf(next) + 1, all: day.stops.length }) : say('route')}
        {next && (
          <span className="muted">
            {', '}
            {following ? say('routeNext', { time: time(following.stop.arriveAt), place: placeLine(following) }) : say('routeLast')}
          </span>
        )}
      </span>
    </button>
  );
}
