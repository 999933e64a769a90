import type { UrgencyClass } from '../contract';

/** All classes, most urgent first. */
export const urgencies: readonly UrgencyClass[] = ['P0', 'P1', 'P2', 'P3', 'P4'];

/** Outlines in a 16 × 16 box. P0 octagon, P1 triangle, P2 diamond, P3 disc, P4 ring (drawn as a stroke, not filled). */
export const urgencyPath: Record<UrgencyClass, string> = {
  P0: 'M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z',
  P1: 'M8 1.5 15.5 15H.5z',
  P2: 'M8 .5 15.5 8 8 15.5.5 8z',
  P3: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 1 1 0-11z',
  P4: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 1 1 0-9z',
};
