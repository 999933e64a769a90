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

/** What is drawn beside the looks. */
interface VanDrawing extends VanLook {
  readonly heading: number | null;
  readonly age: string;
}

/** Radius of the disc in pixels, and of the image round it. */
const radius = 12;
const half = 20;

/** Draws a van at a point: heading, disc, initials; faded with its age beside it when the fix is old. Images are kept by look. */
export function drawVan(context: CanvasRenderingContext2D, images: Map<string, HTMLCanvasElement>, van: VanDrawing, x: number, y: number, ratio: number): void {
  const key = `${van.initials}|${van.fill}|${van.ink}|${van.ring}|${van.isRingBroken}|${van.isChosen}|${ratio}`;
  let image = images.get(key);
  if (!image) {
    image = disc(van, ratio);
    images.set(key, image);
  }
  context.globalAlpha = van.age ? 0.45 : 1;
  if (van.heading !== null && !van.age) pointer(context, x, y, van.heading, van.ring);
  context.drawImage(image, x - half, y - half, 2 * half, 2 * half);
  context.globalAlpha = 1;
  if (van.age) label(context, van.age, x, y + radius + 11, van.ring);
}

function disc(van: VanLook, ratio: number): HTMLCanvasElement {
  const image = document.createElement('canvas');
  image.width = image.height = 2 * half * ratio;
  const context = image.getContext('2d');
  if (!context) return image;
  context.scale(ratio, ratio);
  context.translate(half, half);
  if (van.isChosen) {
    circle(context, radius + 5);
    context.lineWidth = 2;
    context.strokeStyle = van.ring;
    context.stroke();
  }
  circle(context, radius);
  context.fillStyle = van.fill;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = van.ring;
  if (van.isRingBroken) context.setLineDash([3, 3]);
  context.stroke();
  context.fillStyle = van.ink;
  context.font = `600 ${van.initials.length > 2 ? 9 : 11}px 'Inter Variable', system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(van.initials, 0, 0.5);
  return image;
}

function pointer(context: CanvasRenderingContext2D, x: number, y: number, heading: number, fill: string): void {
  context.save();
  context.translate(x, y);
  context.rotate((heading * Math.PI) / 180);
  context.beginPath();
  context.moveTo(0, -radius - 8);
  context.lineTo(6, -radius - 0.5);
  context.lineTo(-6, -radius - 0.5);
  context.closePath();
  context.fillStyle = fill;
  context.fill();
  context.restore();
}

function label(context: CanvasRenderingContext2D, text: string, x: number, y: number, ink: string): void {
  context.font = "500 11px 'Inter Variable', system-ui, sans-serif";
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function circle(context: CanvasRenderingContext2D, size: number): void {
  context.beginPath();
  context.arc(0, 0, size, 0, 2 * Math.PI);
}
