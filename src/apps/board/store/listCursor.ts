/** Lets J and K walk through whichever list stands at the left. */
let walk: ((delta: number) => void) | null = null;

/** The list that is shown registers itself; returns what ends it. */
export function registerList(next: (delta: number) => void): () => void {
  walk = next;
  return () => {
    if (walk === next) walk = null;
  };
}

/** Selects the next row (1) or the one before (-1). */
export const walkList = (delta: number) => walk?.(delta);
