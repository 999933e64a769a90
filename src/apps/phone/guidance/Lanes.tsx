import { ArrowUp } from 'lucide-react';
import type { Lane } from '../../contract';
import { useWords } from '../phoneContext';

/** The arrows on the road, in OSRM's words, as degrees clockwise from straight on. */
const turns: Record<string, number> = {
  'sharp left': -135, left: -90, 'slight left': -45, straight: 0, 'slight right': 45, right: 90, 'sharp right': 135, uturn: 180,
};

/** The lanes in front of a crossing from left to right; those that lead on are bold. */
export function Lanes({ lanes }: { lanes: readonly Lane[] }) {
  const { say } = useWords();
  if (lanes.length === 0 || lanes.every(lane => lane.isValid)) return null;
  const fitting = lanes.flatMap((lane, index) => (lane.isValid ? [index + 1] : [])).join(', ');
  return (
    <span className="lanes" role="img" aria-label={say('lanes', { fitting, all: lanes.length })}>
      {lanes.map((lane, index) => (
        <span key={index} data-fits={lane.isValid}>
          {(lane.indications.length > 0 ? lane.indications : ['straight']).map(way => (
            <ArrowUp key={way} size={20} aria-hidden="true" style={{ rotate: `${turns[way] ?? 0}deg` }} />
          ))}
        </span>
      ))}
    </span>
  );
}
