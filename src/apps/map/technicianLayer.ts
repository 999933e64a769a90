import type { Map as MapLibreMap } from 'maplibre-gl';
import { glideTo, isGliding, placeAt, type Glide, type Place } from './glide';
import type { Layer } from './layer';
import { drawVan, type VanLook } from './vanImage';

/** A van as the map shows it. */
export interface VanMark extends VanLook {
  readonly id: string;
  readonly place: Place;
  /** Degrees from north, clockwise; null when standing. */
  readonly heading: number | null;
  /** How old the fix is: empty while it is fresh, otherwise what stands beside the faded marker. */
  readonly age: string;
}

/** The layer of vans: a canvas of its own above the map, so that thousands glide without a word to the map's workers. */
export interface VanLayer extends Layer<readonly VanMark[]> {
  /** The van nearest to a point of the map's canvas, within reach of a finger; null if there is none. */
  hit(x: number, y: number): string | null;
}

/** Reach of a click in pixels. */
const reachPx = 16;

/** Vans that glide between their fixes. Draws only while something moves. */
export function technicianLayer(map: MapLibreMap): VanLayer {
  const canvas = document.createElement('canvas');
  canvas.className = 'map-vans';
  canvas.setAttribute('aria-hidden', 'true');
  map.getCanvasContainer().append(canvas);
  const context = canvas.getContext('2d');
  const glides = new Map<string, Glide>();
  const images = new Map<string, HTMLCanvasElement>();
  let marks: readonly VanMark[] = [];
  let points: { id: string; x: number; y: number }[] = [];
  let frame = 0;

  const draw = () => {
    frame = 0;
    if (!context) return;
    const { clientWidth: width, clientHeight: height } = map.getCanvas();
    const ratio = devicePixelRatio;
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const now = performance.now();
    const toScreen = projection(map, width, height);
    let isAnyMoving = false;
    points = [];
    for (const mark of marks) {
      const glide = glides.get(mark.id);
      if (!glide) continue;
      isAnyMoving ||= isGliding(glide, now);
      const { x, y } = toScreen(placeAt(glide, now));
      if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
      points.push({ id: mark.id, x, y });
      drawVan(context, images, mark, x, y, ratio);
    }
    if (isAnyMoving) ask();
  };
  const ask = () => { frame ||= requestAnimationFrame(draw); };
  // The canvas follows the map within the same frame; one frame behind would make the vans swim.
  map.on('render', draw);

  return {
    show(next) {
      const now = performance.now();
      const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const ids = new Set(next.map(mark => mark.id));
      for (const id of glides.keys()) if (!ids.has(id)) glides.delete(id);
      for (const mark of next) {
        const known = glides.get(mark.id);
        if (known && known.to.latitude === mark.place.latitude && known.to.longitude === mark.place.longitude) continue;
        glides.set(mark.id, glideTo(reduced ? undefined : known, mark.place, now));
      }
      marks = next;
      ask();
    },
    hit(x, y) {
      let best: { id: string; distance: number } | null = null;
      for (const point of points) {
        const distance = Math.hypot(point.x - x, point.y - y);
        if (distance <= reachPx && (!best || distance < best.distance)) best = { id: point.id, distance };
      }
      return best?.id ?? null;
    },
    remove() {
      cancelAnimationFrame(frame);
      map.off('render', draw);
      canvas.remove();
    },
  };
}

/**
 * Web Mercator onto the canvas, for a map that is neither turned nor tilted: one multiplication instead of the map's own
 * projection, which makes an object a call.
 */
function projection(map: MapLibreMap, width: number, height: number): (place: Place) => { x: number; y: number } {
  const size = 512 * 2 ** map.getZoom();
  const centre = map.getCenter();
  const [left, top] = [mercatorX(centre.lng) * size - width / 2, mercatorY(centre.lat) * size - height / 2];
  return place => ({ x: mercatorX(place.longitude) * size - left, y: mercatorY(place.latitude) * size - top });
}

const mercatorX = (longitude: number) => (longitude + 180) / 360;
const mercatorY = (latitude: number) => (180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360))) / 360;
