import { mix } from "./colour.ts";
import type { Colour } from "./colour.ts";

/** RGB pixels and the few brushes that the scenes need. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8ClampedArray(width * height * 3);
  }

  /** Mixes a colour into one pixel; outside the picture nothing happens. */
  dot(x: number, y: number, paint: Colour, strength: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const at = (y * this.width + x) * 3;
    const { pixels } = this;
    const [red, green, blue] = paint;
    const kept = 1 - strength;
    // Written out: most of a picture's time is spent here.
    pixels[at] = (pixels[at] ?? 0) * kept + red * strength;
    pixels[at + 1] = (pixels[at + 1] ?? 0) * kept + green * strength;
    pixels[at + 2] = (pixels[at + 2] ?? 0) * kept + blue * strength;
  }

  /** Rows from `top` to `bottom`, running through the colours. */
  gradient(top: number, bottom: number, colours: readonly Colour[]): void {
    const { pixels, width } = this;
    for (let y = Math.max(0, top); y < Math.min(this.height, bottom); y++) {
      const place = ((y - top) / Math.max(1, bottom - top - 1)) * (colours.length - 1);
      const index = Math.min(Math.floor(place), colours.length - 2);
      const from = colours[index] ?? [0, 0, 0];
      const [red, green, blue] = mix(from, colours[index + 1] ?? from, place - index);
      for (let at = y * width * 3; at < (y + 1) * width * 3; at += 3) {
        pixels[at] = red;
        pixels[at + 1] = green;
        pixels[at + 2] = blue;
      }
    }
  }

  /** Light around a point, fading to nothing at the radius. */
  glow(centreX: number, centreY: number, radius: number, paint: Colour, strength: number): void {
    const reach = radius * radius;
    const left = Math.max(0, Math.floor(centreX - radius));
    const right = Math.min(this.width, Math.ceil(centreX + radius));
    const bottom = Math.min(this.height, Math.ceil(centreY + radius));
    for (let y = Math.max(0, Math.floor(centreY - radius)); y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const distance = (x - centreX) ** 2 + (y - centreY) ** 2;
        if (distance >= reach) continue;
        const fade = 1 - distance / reach;
        this.dot(x, y, paint, strength * fade * fade);
      }
    }
  }

  /** A disc with a smooth rim. */
  disc(centreX: number, centreY: number, radius: number, paint: Colour, strength = 1): void {
    for (let y = Math.floor(centreY - radius); y <= centreY + radius + 1; y++) {
      for (let x = Math.floor(centreX - radius); x <= centreX + radius + 1; x++) {
        const cover = radius + 0.5 - Math.hypot(x - centreX, y - centreY);
        if (cover > 0) this.dot(x, y, paint, Math.min(1, cover) * strength);
      }
    }
  }

  /** Ground under a line of heights, from one colour at the top to another lower down. */
  ground(line: Float64Array, top: Colour, low: Colour, depth = this.height): void {
    const { pixels, width, height } = this;
    let highest = height;
    for (const y of line) highest = Math.min(highest, y);
    for (let y = Math.max(0, Math.floor(highest)); y < height; y++) {
      const [red, green, blue] = mix(top, low, Math.min(1, (y - highest) / depth));
      for (let x = 0; x < width; x++) {
        const cover = y + 1 - (line[x] ?? height);
        if (cover <= 0) continue;
        const at = (y * width + x) * 3;
        if (cover >= 1) {
          pixels[at] = red;
          pixels[at + 1] = green;
          pixels[at + 2] = blue;
        } else {
          this.dot(x, y, [red, green, blue], cover);
        }
      }
    }
  }

  rectangle(
    x: number,
    y: number,
    width: number,
    height: number,
    paint: Colour,
    strength = 1,
  ): void {
    for (let row = Math.round(y); row < Math.round(y + height); row++) {
      for (let column = Math.round(x); column < Math.round(x + width); column++) {
        this.dot(column, row, paint, strength);
      }
    }
  }

  /** A filled outline, smooth at its edges; points are x, y pairs. */
  shape(points: readonly (readonly [number, number])[], paint: Colour, strength = 1): void {
    const tops = points.map(([, y]) => y);
    const sides = points.map(([x]) => x);
    const left = Math.max(0, Math.floor(Math.min(...sides)));
    const right = Math.min(this.width, Math.ceil(Math.max(...sides)) + 1);
    const cover = new Float64Array(this.width);
    for (let y = Math.floor(Math.min(...tops)); y <= Math.max(...tops); y++) {
      cover.fill(0, left, right);
      for (let part = 0; part < subrows; part++) sweep(points, y + (part + 0.5) / subrows, cover);
      for (let x = left; x < right; x++) {
        const share = cover[x] ?? 0;
        if (share > 0) this.dot(x, y, paint, Math.min(1, share) * strength);
      }
    }
  }
}

/** Rows into which a pixel row is divided for smooth edges. */
const subrows = 4;

/** Adds to `cover` what one line through a shape covers of each pixel. */
function sweep(
  points: readonly (readonly [number, number])[],
  y: number,
  cover: Float64Array,
): void {
  const crossings: number[] = [];
  for (const [index, [x, top]] of points.entries()) {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, top];
    if (top <= y !== nextY <= y) crossings.push(x + ((y - top) / (nextY - top)) * (nextX - x));
  }
  crossings.sort((one, other) => one - other);
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const from = Math.max(0, crossings[index] ?? 0);
    const to = Math.min(cover.length, crossings[index + 1] ?? 0);
    for (let x = Math.floor(from); x < to; x++) {
      const share = Math.min(x + 1, to) - Math.max(x, from);
      cover[x] = (cover[x] ?? 0) + share / subrows;
    }
  }
}
