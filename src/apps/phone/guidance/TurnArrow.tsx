import { ArrowUp, Flag, Merge, Navigation, RotateCcw, RotateCw, Ship } from 'lucide-react';
import type { GuidanceStep, TurnDirection } from '../../contract';

/** How far an arrow is turned from straight on, in degrees clockwise. */
const turns: Record<NonNullable<TurnDirection>, number> = {
  Straight: 0, SlightRight: 45, Right: 90, SharpRight: 135, UTurn: 180, SharpLeft: -135, Left: -90, SlightLeft: -45,
};

/** What one does, as a picture; the words beside it say the same. `drivesLeft` turns roundabouts the other way. */
export function TurnArrow({ step: { kind, direction }, size, drivesLeft = false }: { step: GuidanceStep; size: number; drivesLeft?: boolean }) {
  switch (kind) {
    case 'Depart':
      return <Navigation size={size} aria-hidden="true" />;
    case 'Arrive':
      return <Flag size={size} aria-hidden="true" />;
    case 'Ferry':
      return <Ship size={size} aria-hidden="true" />;
    case 'Merge':
      return <Merge size={size} aria-hidden="true" />;
    case 'Roundabout':
    case 'ExitRoundabout':
      return drivesLeft ? <RotateCw size={size} aria-hidden="true" /> : <RotateCcw size={size} aria-hidden="true" />;
    default:
      return <ArrowUp size={size} aria-hidden="true" style={{ rotate: `${turns[direction ?? 'Straight']}deg` }} />;
  }
}
