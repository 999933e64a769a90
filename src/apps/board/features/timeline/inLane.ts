import type { CSSProperties } from 'react';

/** Says to the style sheet in which lane of its row something lies. The first needs no word. */
export const inLane = (lane: number): CSSProperties => (lane > 0 ? ({ '--lane': lane } as CSSProperties) : {});
