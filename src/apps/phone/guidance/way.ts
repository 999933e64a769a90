import type { GuidanceView, TechnicianStop } from '../../contract';

/** Turn-by-turn directions as the phone keeps them, and what they were asked for. */
export interface Way {
  readonly key: string;
  readonly guidance: GuidanceView;
}

/** The stop that the server tells the way to: the first that is not reached yet. */
export const stopAhead = (stops: readonly TechnicianStop[]): TechnicianStop | null =>
  stops.find(each => each.stop.state === 'Planned' || each.stop.state === 'OnTheWay') ?? null;

/** What directions hang on: another stop, another drive, setting out, or another language make them old. */
export const wayKey = ({ stop, path }: TechnicianStop, language: string): string => [stop.visit, stop.state, language, path].join('|');
