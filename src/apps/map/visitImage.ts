import type { Map as MapLibreMap } from 'maplibre-gl';
import { urgencies, urgencyPath } from '../shared/urgencyShapes';

/** The colours that marks on the map take from the theme. */
export interface MarkColours {
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly warn: string;
  readonly danger: string;
}

/** Size of a mark in pixels, drawn at twice that. */
const size = 16;
const ratio = 2;

/** One image for each urgency and tone: filled while ahead, hollow when done. */
export function addVisitImages(map: MapLibreMap, colours: MarkColours): void {
  for (const urgency of urgencies) {
    const path = new Path2D(urgencyPath[urgency]);
    for (const [tone, colour] of [['plain', colours.muted], ['warn', colours.warn], ['danger', colours.danger], ['done', colours.line]] as const) {
      const isHollow = tone === 'done' || urgency === 'P4';
      const name = `visit-${urgency}-${tone}`;
      if (!map.hasImage(name)) map.addImage(name, drawn(path, colour, isHollow, colours.surface), { pixelRatio: ratio });
    }
  }
}

function drawn(path: Path2D, colour: string, isHollow: boolean, surface: string): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = (size + 4) * ratio;
  const context = canvas.getContext('2d');
  if (!context) return new ImageData(1, 1);
  context.scale(ratio, ratio);
  context.translate(2, 2);
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = surface;
  context.stroke(path);
  context.lineWidth = 1.75;
  context.strokeStyle = colour;
  context.fillStyle = isHollow ? surface : colour;
  context.fill(path);
  context.stroke(path);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
