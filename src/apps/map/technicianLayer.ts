import type { Map as MapLibreMap } from 'maplibre-gl';
import { glideTo, isGliding, placeAt, type Glide, type Place } from './glide';
import { GlidingSprites } from './glidingSprites';
import type { Layer } from './layer';
import { SpriteSheet, type Sprite } from './spriteSheet';
import { ageBelow, ageSprite, discSprite, pointerSprite, type VanLook } from './vanImage';

/** A van as the map shows it. */
export interface VanMark extends VanLook {
  readonly id: string;
  readonly place: Place;
  /** Degrees from north, clockwise; null when standing. */
  readonly heading: number | null;
  /** How old the fix is: empty while it is fresh, otherwise what stands beside the faded marker. */
  readonly age: string;
  /** How much of the marker is left, 0 to 1: it fades as its fix gets older. */
  readonly opacity: number;
}

/** The layer of vans: a canvas of its own above the map, so that thousands glide while the map itself rests. */
export interface VanLayer extends Layer<readonly VanMark[]> {
  /** The van nearest to a point of the map's canvas, within reach of a finger; null if there is none. */
  hit(x: number, y: number): string | null;
}

/** Reach of a click in pixels. */
const reachPx = 16;

/** Vans that glide between their fixes. Draws only while the map or a van moves. */
export function technicianLayer(map: MapLibreMap): VanLayer {
  const canvas = document.createElement('canvas');
  canvas.className = 'map-vans';
  canvas.setAttribute('aria-hidden', 'true');
  map.getCanvasContainer().append(canvas);
  const sheet = new SpriteSheet(Math.min(2, Math.ceil(devicePixelRatio)));
  const sprites = new GlidingSprites(canvas, sheet);
  const startMs = performance.now();
  const origin = { x: mercatorX(map.getCenter().lng), y: mercatorY(map.getCenter().lat) };
  const glides = new Map<string, Glide>();
  let marks: readonly VanMark[] = [];
  let stillMs = 0;
  let frame = 0;

  const view = () => {
    const { clientWidth: width, clientHeight: height } = map.getCanvas();
    const worldPixels = 512 * 2 ** map.getZoom();
    const centre = map.getCenter();
    return {
      width, height, worldPixels, nowMs: performance.now() - startMs,
      offsetX: (origin.x - mercatorX(centre.lng)) * worldPixels, offsetY: (origin.y - mercatorY(centre.lat)) * worldPixels,
    };
  };
  const draw = () => {
    // Drawn for the map's frame or for our own, never for both.
    cancelAnimationFrame(frame);
    frame = 0;
    const now = view();
    const [width, height] = [Math.round(now.width * devicePixelRatio), Math.round(now.height * devicePixelRatio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${now.width}px`;
      canvas.style.height = `${now.height}px`;
    }
    sprites.draw(now);
    if (performance.now() < stillMs) ask();
  };
  const ask = () => { frame ||= requestAnimationFrame(draw); };
  map.on('render', draw);

  /** Which way each glides from here; a marker that is gone is forgotten. */
  const aim = (next: readonly VanMark[]) => {
    const now = performance.now();
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const ids = new Set(next.map(mark => mark.id));
    for (const id of glides.keys()) if (!ids.has(id)) glides.delete(id);
    for (const mark of next) {
      const known = glides.get(mark.id);
      if (known && known.to.latitude === mark.place.latitude && known.to.longitude === mark.place.longitude) continue;
      const glide = glideTo(isStill ? undefined : known, mark.place, now);
      glides.set(mark.id, glide);
      if (isGliding(glide, now)) stillMs = Math.max(stillMs, glide.endMs);
    }
  };
  const written = (): Float32Array => {
    const numbers: number[] = [];
    const add = (glide: Glide, sprite: Sprite, turn: number, below: number, opacity: number) => numbers.push(
      mercatorX(glide.from.longitude) - origin.x, mercatorY(glide.from.latitude) - origin.y, mercatorX(glide.to.longitude) - origin.x, mercatorY(glide.to.latitude) - origin.y,
      glide.startMs - startMs, glide.endMs - startMs, sprite.u0, sprite.v0, sprite.u1, sprite.v1, sprite.halfWidth, sprite.halfHeight, turn, below, opacity);
    for (const mark of marks) {
      const glide = glides.get(mark.id);
      if (!glide) continue;
      const { opacity } = mark;
      if (mark.heading !== null && !mark.age) add(glide, pointerSprite(sheet, mark.ring), (mark.heading * Math.PI) / 180, 0, opacity);
      add(glide, discSprite(sheet, mark), 0, 0, opacity);
      if (mark.age) add(glide, ageSprite(sheet, mark.age, mark.ring, mark.fill), 0, ageBelow, 1);
    }
    return new Float32Array(numbers);
  };

  return {
    show(next) {
      aim(next);
      // The chosen one and those in colour lie above the grey ones.
      marks = [...next].sort((a, b) => Number(a.isChosen) - Number(b.isChosen));
      const version = sheet.version;
      let data = written();
      // The sheet may have been wiped on the way: then all are asked for once more.
      if (sheet.version - version > 1) data = written();
      sprites.take(data);
      ask();
    },
    hit(x, y) {
      const now = view();
      let best: { id: string; distance: number } | null = null;
      for (const mark of marks) {
        const glide = glides.get(mark.id);
        if (!glide) continue;
        const place = placeAt(glide, performance.now());
        const [left, top] = [
          (mercatorX(place.longitude) - origin.x) * now.worldPixels + now.offsetX + now.width / 2,
          (mercatorY(place.latitude) - origin.y) * now.worldPixels + now.offsetY + now.height / 2];
        const distance = Math.hypot(left - x, top - y);
        if (distance <= reachPx && (!best || distance < best.distance)) best = { id: mark.id, distance };
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

const mercatorX = (longitude: number) => (longitude + 180) / 360;
const mercatorY = (latitude: number) => (180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360))) / 360;
