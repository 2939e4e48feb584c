import type { Random } from "../random.ts";
import type { Canvas } from "./canvas.ts";
import { mix } from "./colour.ts";
import type { Colour, Palette } from "./colour.ts";

/** A city at night: three depths of towers with lit windows, doubled in the water. */
export function paintSkyline(canvas: Canvas, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const shore = Math.round(height * 0.72);
  const night = mix(palette.sky[0], [8, 12, 34], 0.55);
  canvas.gradient(0, shore, [night, mix(night, palette.sky[1], 0.55), palette.sky[2]]);
  canvas.glow(width * random.between(0.2, 0.8), shore, 520, palette.light, 0.4);
  canvas.disc(width * random.between(0.1, 0.9), height * 0.17, 30, palette.light, 0.9);
  for (let depth = 0; depth < 3; depth++) {
    const wall = mix(mix(palette.sky[2], palette.far, 0.6), mix(night, [6, 8, 22], 0.6), depth / 2);
    paintTowers(canvas, wall, shore, depth, palette.light, random);
  }
  mirror(canvas, shore, mix(night, palette.near, 0.4));
}

function paintTowers(
  canvas: Canvas,
  wall: Colour,
  shore: number,
  depth: number,
  light: Colour,
  random: Random,
): void {
  for (let x = -30; x < canvas.width;) {
    const wide = random.between(44, 96 + depth * 22);
    const centre = 1 - Math.abs(x / canvas.width - 0.5);
    const tall = random.between(0.18, 0.62 - depth * 0.13) * shore * centre * 1.25;
    canvas.rectangle(x, shore - tall, wide, tall, wall);
    const roof = random.next();
    if (roof < 0.3) {
      canvas.shape(
        [
          [x, shore - tall],
          [x + wide, shore - tall],
          [x + wide / 2, shore - tall - wide * 0.5],
        ],
        wall,
      );
    } else if (roof < 0.5) {
      canvas.rectangle(x + wide / 2 - 2, shore - tall - 46, 4, 46, wall);
    }
    if (depth > 0) paintWindows(canvas, x, shore - tall, wide, tall, light, random);
    x += wide + random.between(-12, 18 - depth * 4);
  }
}

function paintWindows(
  canvas: Canvas,
  left: number,
  top: number,
  wide: number,
  tall: number,
  light: Colour,
  random: Random,
): void {
  const warm = mix(light, [255, 196, 96], 0.55);
  const share = random.between(0.12, 0.5);
  for (let y = top + 12; y < top + tall - 12; y += 17) {
    for (let x = left + 9; x < left + wide - 12; x += 14) {
      if (random.chance(share)) canvas.rectangle(x, y, 7, 9, warm, random.between(0.35, 0.95));
    }
  }
}

/** Below the shore, what is above it, darker and drawn out, with ripples. */
function mirror(canvas: Canvas, shore: number, water: Colour): void {
  const { pixels, width, height } = canvas;
  for (let y = shore; y < height; y++) {
    const depth = y - shore;
    const shift = Math.round(Math.sin(depth * 0.55) * (1 + depth * 0.035));
    const source = Math.max(0, shore - 1 - Math.round(depth * 1.5));
    const share = 0.42 + (depth / (height - shore)) * 0.4;
    for (let x = 0; x < width; x++) {
      const from = (source * width + Math.max(0, Math.min(width - 1, x + shift))) * 3;
      const tone: Colour = [pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0];
      const [red, green, blue] = mix(tone, water, share);
      pixels.set([red, green, blue], (y * width + x) * 3);
    }
  }
}

/** A pitch under floodlights, the stands full. */
export function paintStadium(canvas: Canvas, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const edge = Math.round(height * 0.56);
  canvas.gradient(0, edge, [[10, 14, 36], mix([16, 24, 56], palette.sky[1], 0.4), palette.sky[1]]);
  canvas.shape(
    [
      [0, height * 0.3],
      [width, height * 0.24],
      [width, edge],
      [0, edge],
    ],
    [22, 26, 44],
  );
  for (let person = 0; person < 4200; person++) {
    const x = random.between(0, width);
    const y = random.between(height * 0.31, edge - 8);
    const coat = random.pick([palette.accent, palette.light, palette.far, palette.sky[1]]);
    canvas.disc(x, y, 2.1, coat, random.between(0.25, 0.75));
  }
  const stripes = random.whole(9, 13);
  canvas.gradient(edge, height, [
    [58, 122, 66],
    [38, 96, 52],
  ]);
  for (let stripe = 0; stripe < stripes; stripe += 2) {
    const near = (share: number): number => width * (share * 1.8 - 0.4);
    const [from, to] = [stripe / stripes, (stripe + 1) / stripes];
    canvas.shape(
      [
        [width * from, edge],
        [width * to, edge],
        [near(to), height],
        [near(from), height],
      ],
      [92, 160, 84],
      0.42,
    );
  }
  const chalk: Colour = [236, 240, 228];
  canvas.rectangle(0, edge + 14, width, 3, chalk, 0.8);
  canvas.shape(
    [
      [width * 0.5, edge + 14],
      [width * 0.502, edge + 14],
      [width * 0.512, height],
      [width * 0.502, height],
    ],
    chalk,
    0.8,
  );
  for (const x of [0.08, 0.36, 0.64, 0.92]) {
    canvas.rectangle(width * x - 3, height * 0.1, 6, height * 0.24, [40, 44, 60]);
    for (let lamp = 0; lamp < 8; lamp++) {
      canvas.disc(
        width * x - 34 + (lamp % 4) * 22,
        height * 0.075 + Math.floor(lamp / 4) * 22,
        8,
        [255, 252, 236],
      );
    }
    canvas.glow(width * x, height * 0.09, 250, [255, 250, 226], 0.42);
  }
}

/** An editorial abstract: discs, arcs and bands on warm paper. */
export function paintBands(canvas: Canvas, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const paper: Colour = mix([246, 239, 226], palette.light, 0.3);
  const inks = random.shuffled([
    palette.accent,
    palette.far,
    palette.sky[0],
    palette.sky[1],
    palette.near,
  ]);
  const ink = (index: number): Colour => inks[index % inks.length] ?? palette.accent;
  canvas.gradient(0, height, [paper, mix(paper, palette.sky[2], 0.5)]);
  const cell = random.pick([200, 200, 400]);
  for (let row = 0; row * cell < height; row++) {
    for (let column = 0; column * cell < width; column++) {
      const [x, y] = [column * cell, row * cell];
      const paint = ink(random.whole(0, 4));
      const other = ink(random.whole(0, 4));
      switch (random.whole(0, 6)) {
        case 0:
          canvas.rectangle(x, y, cell, cell, paint);
          paintQuarter(canvas, x, y, cell, other, random);
          break;
        case 1:
          canvas.disc(x + cell / 2, y + cell / 2, cell * 0.36, paint);
          canvas.disc(x + cell / 2, y + cell / 2, cell * 0.18, other);
          break;
        case 2:
          for (let bar = 0; bar < 5; bar++)
            canvas.rectangle(x, y + (bar * cell) / 5, cell, cell / 10, paint);
          break;
        case 3:
          canvas.shape(
            [
              [x, y + cell],
              [x + cell, y + cell],
              [x + cell, y],
            ],
            paint,
          );
          canvas.shape(
            [
              [x, y + cell],
              [x, y],
              [x + cell, y],
            ],
            mix(paper, other, 0.35),
          );
          break;
        case 4:
          paintQuarter(canvas, x, y, cell, paint, random);
          break;
        default:
          break;
      }
    }
  }
}

function paintQuarter(
  canvas: Canvas,
  x: number,
  y: number,
  cell: number,
  paint: Colour,
  random: Random,
): void {
  const [cornerX, cornerY] = [x + cell * random.whole(0, 1), y + cell * random.whole(0, 1)];
  for (let row = y; row < y + cell; row++) {
    for (let column = x; column < x + cell; column++) {
      const cover = cell + 0.5 - Math.hypot(column + 0.5 - cornerX, row + 0.5 - cornerY);
      if (cover > 0) canvas.dot(column, row, paint, Math.min(1, cover));
    }
  }
}
