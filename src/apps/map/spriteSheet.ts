/** Where a sprite lies in the sheet, as fractions of it, and half its size on screen in pixels. */
export interface Sprite {
  readonly u0: number;
  readonly v0: number;
  readonly u1: number;
  readonly v1: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Draws a sprite with its middle at the origin. */
export type Draw = (context: CanvasRenderingContext2D) => void;

/** Side of the sheet in pixels: room for some eight hundred vans at twice the usual resolution. */
const side = 2048;

/** Small pictures on one canvas, each drawn once; the graphics card takes all of them as one texture. */
export class SpriteSheet {
  readonly canvas = document.createElement('canvas');
  /** Rises when something was drawn: the texture is then to be sent anew. */
  version = 0;
  private readonly context = this.canvas.getContext('2d', { willReadFrequently: false });
  private sprites = new Map<string, Sprite>();
  private x = 0;
  private y = 0;
  private rowHeight = 0;

  constructor(private readonly ratio: number) {
    this.canvas.width = this.canvas.height = side;
  }

  /** The sprite of that key, drawn when it is first asked for. A sheet that is full is wiped, and all are drawn anew as they are asked for. */
  of(key: string, width: number, height: number, draw: Draw): Sprite {
    const known = this.sprites.get(key);
    if (known) return known;
    const [w, h] = [Math.ceil(width * this.ratio), Math.ceil(height * this.ratio)];
    if (this.x + w > side) {
      this.x = 0;
      this.y += this.rowHeight;
      this.rowHeight = 0;
    }
    if (this.y + h > side) this.wipe();
    const sprite: Sprite = {
      u0: this.x / side, v0: this.y / side, u1: (this.x + w) / side, v1: (this.y + h) / side, halfWidth: width / 2, halfHeight: height / 2,
    };
    this.context?.setTransform(this.ratio, 0, 0, this.ratio, this.x + w / 2, this.y + h / 2);
    if (this.context) draw(this.context);
    this.x += w;
    this.rowHeight = Math.max(this.rowHeight, h);
    this.sprites.set(key, sprite);
    this.version++;
    return sprite;
  }

  private wipe(): void {
    this.context?.setTransform(1, 0, 0, 1, 0, 0);
    this.context?.clearRect(0, 0, side, side);
    this.sprites = new Map();
    [this.x, this.y, this.rowHeight] = [0, 0, 0];
  }
}
