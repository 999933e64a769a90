import type { Sprite, SpriteSheet } from './spriteSheet';

/** How a van looks. Colours as CSS has them. */
export interface VanLook {
  readonly initials: string;
  /** Of the disc: grey for most, a route's colour for those that were asked for. */
  readonly fill: string;
  readonly ink: string;
  /** Of the ring: the state. */
  readonly ring: string;
  /** A broken ring: on a break or not on duty. */
  readonly isRingBroken: boolean;
  readonly isChosen: boolean;
}

/** Radius of the disc in pixels, and side of the picture round it. */
const radius = 12;
const side = 40;

/** How far below the middle of the disc the age of an old fix stands, in pixels. */
export const ageBelow = radius + 11;

/** Disc, ring and initials. */
export function discSprite(sheet: SpriteSheet, van: VanLook): Sprite {
  const key = `disc|${van.initials}|${van.fill}|${van.ink}|${van.ring}|${van.isRingBroken}|${van.isChosen}`;
  return sheet.of(key, side, side, context => {
    if (van.isChosen) ring(context, radius + 5, van.ring, 2);
    circle(context, radius);
    context.fillStyle = van.fill;
    context.fill();
    context.setLineDash(van.isRingBroken ? [3, 3] : []);
    ring(context, radius, van.ring, 2);
    context.setLineDash([]);
    context.fillStyle = van.ink;
    context.font = `600 ${van.initials.length > 2 ? 9 : 11}px 'Inter Variable', system-ui, sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(van.initials, 0, 0.5);
  });
}

/** The pointer that says which way it drives; drawn for north and turned on screen. */
export function pointerSprite(sheet: SpriteSheet, colour: string): Sprite {
  return sheet.of(`pointer|${colour}`, side, side, context => {
    context.beginPath();
    context.moveTo(0, -radius - 7.5);
    context.lineTo(6, -radius - 0.5);
    context.lineTo(-6, -radius - 0.5);
    context.closePath();
    context.fillStyle = colour;
    context.fill();
  });
}

/** How old the fix is, in words. */
export function ageSprite(sheet: SpriteSheet, text: string, ink: string, halo: string): Sprite {
  return sheet.of(`age|${text}|${ink}`, 72, 18, context => {
    context.font = "500 11px 'Inter Variable', system-ui, sans-serif";
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeStyle = halo;
    context.strokeText(text, 0, 0);
    context.fillStyle = ink;
    context.fillText(text, 0, 0);
  });
}

function ring(context: CanvasRenderingContext2D, size: number, colour: string, width: number): void {
  circle(context, size);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

function circle(context: CanvasRenderingContext2D, size: number): void {
  context.beginPath();
  context.arc(0, 0, size, 0, 2 * Math.PI);
}
