import { type PointerEvent, useRef } from 'react';

/** Farther than this, in CSS pixels, a touch is a swipe. */
const swipePixels = 36;

/** Which way a touch went; none for a tap or a sideways move. */
export function swipeOf(from: { x: number; y: number }, to: { x: number; y: number }): 'up' | 'down' | null {
  const [x, y] = [to.x - from.x, to.y - from.y];
  if (Math.abs(y) < swipePixels || Math.abs(y) < Math.abs(x)) return null;
  return y < 0 ? 'up' : 'down';
}

/** Listeners that tell a swipe up or down; everything a swipe does has a button too. */
export function useSwipe(does: { up?: () => void; down?: () => void }) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    style: { touchAction: 'none' as const },
    onPointerDown: (event: PointerEvent) => {
      from.current = { x: event.clientX, y: event.clientY };
      // A mouse leaves what it was pressed on, so the rest of the move is held here; but a button inside keeps its click.
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (!button || button === event.currentTarget) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerUp: (event: PointerEvent) => {
      const way = from.current && swipeOf(from.current, { x: event.clientX, y: event.clientY });
      from.current = null;
      if (way === 'up') does.up?.();
      if (way === 'down') does.down?.();
    },
    onPointerCancel: () => {
      from.current = null;
    },
  };
}
