import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { TechnicianStop } from '../../contract';
import { useWords } from '../phoneContext';
import { Sheet } from '../sheet/Sheet';
import { Lanes } from './Lanes';
import { TurnArrow } from './TurnArrow';
import { useWay } from './useWay';

/** How the drive begins, and behind it every turn: large enough to be read at arm's length, kept for where there is no signal. */
export function WayCard({ stop }: { stop: TechnicianStop }) {
  const { say, duration, distance } = useWords();
  const way = useWay(stop);
  const [isOpen, setOpen] = useState(false);
  const [first] = way?.steps ?? [];
  // Two steps are setting out and being there: at the same door there is nothing to tell.
  if (!way || !first || way.metres < 50) return null;
  return (
    <>
      <button type="button" className="way-card" onClick={() => setOpen(true)}>
        <TurnArrow step={first} size={28} />
        <span>
          {first.text}
          <span className="muted">{say('waySteps', { count: way.steps.length })}, {duration(way.seconds)}, {distance(way.metres)}</span>
        </span>
        <ChevronRight size={24} aria-hidden="true" />
      </button>
      <Sheet title={say('wayTitle')} isOpen={isOpen} onClose={() => setOpen(false)} isTall>
        <ol className="way">
          {way.steps.map((step, index) => (
            <li key={index}>
              <TurnArrow step={step} size={36} />
              <span>
                {step.text}
                <Lanes lanes={step.lanes} />
                {step.distance && <span className="muted">{step.distance}</span>}
              </span>
            </li>
          ))}
        </ol>
        <p className="muted">{say('wayKept')}</p>
      </Sheet>
    </>
  );
}
