import type { SpriteSheet } from './spriteSheet';

/** Numbers that one gliding sprite takes: from, to, start and end, place in the sheet, half size, turn, lift, opacity. */
export const floatsPerSprite = 15;

/** What the picture is drawn for. Pixels are CSS pixels; `offsetX`, `offsetY` lead from the middle of the canvas to the origin of the sprites' places. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly worldPixels: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly nowMs: number;
}

/*
 * Places are Web Mercator (0 to 1 over the world) relative to an origin near by, so that 32 bits hold them to the
 * millimetre. The graphics card moves each sprite from its last place to its fix: a frame costs the script one call,
 * however many glide.
 */
const vertexShader = `#version 300 es
in vec2 corner;
in vec4 path;
in vec2 time;
in vec4 picture;
in vec2 halfSize;
in vec3 pose;
uniform vec2 viewport;
uniform vec2 offset;
uniform float worldPixels;
uniform float now;
out vec2 at;
out float opacity;
void main() {
  float whole = time.y - time.x;
  float part = whole <= 0.0 ? 1.0 : clamp((now - time.x) / whole, 0.0, 1.0);
  vec2 middle = mix(path.xy, path.zw, part) * worldPixels + offset;
  // At rest a sprite stands on whole pixels, so that its letters are sharp.
  if (part >= 1.0) middle = floor(middle + 0.5 * viewport + 0.5) - 0.5 * viewport;
  vec2 arm = corner * halfSize;
  float c = cos(pose.x), s = sin(pose.x);
  vec2 pixel = middle + vec2(arm.x * c - arm.y * s, arm.x * s + arm.y * c) + vec2(0.0, pose.y);
  gl_Position = vec4(2.0 * pixel.x / viewport.x, -2.0 * pixel.y / viewport.y, 0.0, 1.0);
  at = mix(picture.xy, picture.zw, 0.5 * corner + 0.5);
  opacity = pose.z;
}`;

const fragmentShader = `#version 300 es
precision mediump float;
in vec2 at;
in float opacity;
uniform sampler2D sheet;
out vec4 colour;
void main() { colour = texture(sheet, at) * opacity; }`;

/** Draws sprites that glide, all in one call. */
export class GlidingSprites {
  private readonly gl: WebGL2RenderingContext;
  private readonly program: WebGLProgram;
  private readonly instances: WebGLBuffer;
  private readonly vertices: WebGLVertexArrayObject;
  private readonly uniforms: Record<'viewport' | 'offset' | 'worldPixels' | 'now', WebGLUniformLocation | null>;
  private sheetVersion = -1;
  private count = 0;

  constructor(canvas: HTMLCanvasElement, private readonly sheet: SpriteSheet) {
    const gl = canvas.getContext('webgl2', { alpha: true, premultipliedAlpha: true, antialias: false });
    if (!gl) throw new Error('This browser draws no WebGL 2.');
    this.gl = gl;
    this.program = link(gl);
    const of = (name: string) => gl.getUniformLocation(this.program, name);
    this.uniforms = { viewport: of('viewport'), offset: of('offset'), worldPixels: of('worldPixels'), now: of('now') };
    this.vertices = gl.createVertexArray();
    gl.bindVertexArray(this.vertices);
    this.attribute(gl.createBuffer(), 'corner', 2, 0, 0, 0);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
    this.instances = gl.createBuffer();
    const stride = floatsPerSprite * 4;
    [['path', 4, 0], ['time', 2, 4], ['picture', 4, 6], ['halfSize', 2, 10], ['pose', 3, 12]].forEach(([name, size, at]) =>
      this.attribute(this.instances, String(name), Number(size), stride, Number(at) * 4, 1));
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** Takes the sprites, `floatsPerSprite` numbers each, the one on top last. */
  take(sprites: Float32Array): void {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.instances);
    gl.bufferData(gl.ARRAY_BUFFER, sprites, gl.DYNAMIC_DRAW);
    this.count = sprites.length / floatsPerSprite;
    if (this.sheetVersion === this.sheet.version) return;
    this.sheetVersion = this.sheet.version;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, this.sheet.canvas);
  }

  /** Draws what was taken. */
  draw(view: View): void {
    const { gl, program, uniforms } = this;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.useProgram(program);
    gl.uniform2f(uniforms.viewport, view.width, view.height);
    gl.uniform2f(uniforms.offset, view.offsetX, view.offsetY);
    gl.uniform1f(uniforms.worldPixels, view.worldPixels);
    gl.uniform1f(uniforms.now, view.nowMs);
    gl.bindVertexArray(this.vertices);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.count);
  }

  private attribute(buffer: WebGLBuffer, name: string, size: number, stride: number, offset: number, divisor: number): void {
    const { gl } = this;
    const at = gl.getAttribLocation(this.program, name);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, gl.FLOAT, false, stride, offset);
    gl.vertexAttribDivisor(at, divisor);
  }
}

function link(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, vertexShader], [gl.FRAGMENT_SHADER, fragmentShader]] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('The graphics card is lost.');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'The shaders do not link.');
  return program;
}
