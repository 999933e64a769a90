/** An arrow between two bars, as an SVG path. */
export interface Arrow {
  readonly key: string;
  readonly path: string;
}

/** Where in a row of 28 px a bar begins and ends. */
const barTop = 3;
const barBottom = 27;
/** How far into the new place the arrow points, so that it is seen whose place that is. */
const inside = 6;

/** From the middle of the bar in its old row to the beginning of its new place; within one row the arrow bows over the bars. */
export function arrowOf(key: string, from: { x: number; top: number }, to: { x: number; top: number }): Arrow {
  const end = to.x + inside;
  if (from.top === to.top) {
    const y = from.top + barTop;
    return { key, path: `M${round(from.x)} ${y}C${round(from.x)} ${y - 12} ${round(end)} ${y - 12} ${round(end)} ${y}` };
  }
  const isDown = to.top > from.top;
  const [startY, endY] = isDown ? [from.top + barBottom, to.top + barTop] : [from.top + barTop, to.top + barBottom];
  const bend = (endY - startY) / 2;
  return { key, path: `M${round(from.x)} ${startY}C${round(from.x)} ${startY + bend} ${round(end)} ${endY - bend} ${round(end)} ${endY}` };
}

const round = (x: number) => Math.round(x * 10) / 10;
