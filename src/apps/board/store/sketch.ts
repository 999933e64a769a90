import { useSyncExternalStore } from 'react';
import type { GeoPoint } from '../../contract';

/** What a dispatcher is drawing on the map: a line along streets, or the corners of an area. */
export interface Sketch {
  readonly isArea: boolean;
  readonly points: readonly GeoPoint[];
}

/** The panel of closures over the map: shut, open with the list, or open with a sketch. */
export interface ClosurePanel {
  readonly isOpen: boolean;
  readonly sketch: Sketch | null;
}

/** As many points as the server takes. */
const mostPoints = 200;

let middle: (() => GeoPoint) | null = null;
let panel: ClosurePanel = { isOpen: false, sketch: null };
const listeners = new Set<() => void>();

/** The panel now. */
export const closurePanel = () => panel;

/** Opens the panel with its list, or shuts it; a sketch is given up. */
export const openClosures = (isOpen: boolean) => change({ isOpen, sketch: null });

/** Begins to draw. */
export const beginSketch = () => change({ isOpen: true, sketch: { isArea: false, points: [] } });

/** Back to the list. */
export const endSketch = () => change({ ...panel, sketch: null });

/** Adds a point; the same place twice in a row, as a double click gives it, is one. */
export function addPoint(point: GeoPoint): void {
  const { sketch } = panel;
  if (!sketch || sketch.points.length >= mostPoints) return;
  const last = sketch.points.at(-1);
  if (last && last.latitude === point.latitude && last.longitude === point.longitude) return;
  change({ ...panel, sketch: { ...sketch, points: [...sketch.points, point] } });
}

/** Sets a point in the middle of the map, which the arrow keys move: drawing without a mouse. */
export function setPointInMiddle(): void {
  const point = middle?.();
  if (point) addPoint(point);
}

/** The map lends its middle while it is there. */
export function lendMiddle(of: (() => GeoPoint) | null): void {
  middle = of;
}

/** Takes the last point away. */
export function dropPoint(): void {
  if (panel.sketch) change({ ...panel, sketch: { ...panel.sketch, points: panel.sketch.points.slice(0, -1) } });
}

/** A line becomes an area through the same points, or the other way round. */
export function drawAs(isArea: boolean): void {
  if (panel.sketch) change({ ...panel, sketch: { ...panel.sketch, isArea } });
}

/** Whether the sketch says enough: two points of a line, three corners of an area. */
export const isWhole = (sketch: Sketch) => sketch.points.length >= (sketch.isArea ? 3 : 2);

/** Hears of every change. */
export function subscribeToSketch(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

/** The panel, as it changes. */
export function useClosurePanel(): ClosurePanel {
  return useSyncExternalStore(subscribeToSketch, closurePanel);
}

function change(next: ClosurePanel): void {
  panel = next;
  listeners.forEach(listen => listen());
}
