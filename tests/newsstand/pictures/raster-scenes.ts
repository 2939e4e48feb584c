import type { Random } from "../random.ts";
import { Canvas } from "./canvas.ts";
import { mix, palettes } from "./colour.ts";
import type { Palette } from "./colour.ts";
import { rollingLine, ridge } from "./lines.ts";
import { paintAurora, paintForest, paintSpace } from "./raster-sky.ts";
import { paintBands, paintSkyline, paintStadium } from "./raster-built.ts";
import type { SceneName } from "./scenes.ts";

/** Size of every picture, in pixels. */
export const pictureWidth = 1200;
export const pictureHeight = 800;

type Painter = (canvas: Canvas, palette: Palette, random: Random) => void;

/** Paints a scene; what cannot be painted from rows and ridges becomes an abstract. */
export function paintRaster(scene: SceneName, random: Random): Canvas {
  const canvas = new Canvas(pictureWidth, pictureHeight);
  const painter = random.pick(painters[scene] ?? [paintBands]);
  painter(canvas, random.pick(palettes), random);
  return canvas;
}

function paintSea(canvas: Canvas, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const horizon = Math.round(height * random.between(0.5, 0.62));
  const sunX = width * random.between(0.25, 0.75);
  const sunY = horizon - random.between(20, 190);
  canvas.gradient(0, horizon, palette.sky);
  canvas.glow(sunX, sunY, 420, palette.light, 0.55);
  canvas.disc(sunX, sunY, random.between(34, 60), palette.light);
  paintClouds(canvas, palette, horizon, random);
  canvas.ground(ridge(width, horizon - 18, 46, 0.55, random), palette.far, palette.far);
  const [top, , bright] = palette.sky;
  canvas.gradient(horizon, height, [mix(bright, palette.far, 0.45), mix(top, palette.near, 0.7)]);
  paintGlitter(canvas, palette, horizon, sunX, random);
  for (let count = random.whole(1, 4); count > 0; count--)
    paintBoat(canvas, palette, horizon, random);
}

function paintGlitter(
  canvas: Canvas,
  palette: Palette,
  horizon: number,
  sunX: number,
  random: Random,
): void {
  for (let y = horizon + 3; y < canvas.height; y += 4) {
    const depth = (y - horizon) / (canvas.height - horizon);
    for (let stroke = 0; stroke < 9; stroke++) {
      const spread = 26 + depth * 250;
      const x = sunX + random.between(-spread, spread) * random.next();
      const length = random.between(14, 30 + depth * 130);
      const strength = (0.62 - depth * 0.4) * random.between(0.3, 1);
      canvas.rectangle(x - length / 2, y, length, 2 + depth * 2, palette.light, strength);
    }
    const dark = random.between(0, canvas.width);
    canvas.rectangle(dark, y, random.between(60, 320), 2, palette.near, 0.12 + depth * 0.1);
  }
}

function paintBoat(canvas: Canvas, palette: Palette, horizon: number, random: Random): void {
  const x = random.between(120, canvas.width - 120);
  const y = horizon + random.between(20, 150);
  const size = 22 + (y - horizon) * 0.55;
  const hull = mix(palette.near, palette.far, 0.1);
  canvas.shape(
    [
      [x - size, y],
      [x + size, y],
      [x + size * 0.7, y + size * 0.3],
      [x - size * 0.75, y + size * 0.3],
    ],
    hull,
  );
  const sail = mix(palette.light, palette.accent, random.between(0, 0.5));
  canvas.shape(
    [
      [x - 3, y - 4],
      [x - 3, y - size * 2.3],
      [x - size * 0.85, y - 4],
    ],
    sail,
  );
  canvas.shape(
    [
      [x + 3, y - 4],
      [x + 3, y - size * 1.9],
      [x + size * 0.75, y - 4],
    ],
    mix(sail, hull, 0.25),
  );
  canvas.shape(
    [
      [x - size * 0.7, y + size * 0.34],
      [x + size * 0.6, y + size * 0.34],
      [x + size * 0.2, y + size * 1.4],
    ],
    hull,
    0.25,
  );
}

/** Long soft streaks near the horizon. */
function paintClouds(canvas: Canvas, palette: Palette, horizon: number, random: Random): void {
  for (let count = 0; count < 7; count++) {
    const y = horizon * random.between(0.15, 0.9);
    const middle = random.between(0, canvas.width);
    const half = random.between(120, 380);
    const thickness = random.between(5, 16);
    const paint = mix(palette.light, palette.sky[1], random.between(0.1, 0.8));
    for (let row = -thickness; row <= thickness; row++) {
      const share = 1 - (row / thickness) ** 2;
      const reach = half * Math.sqrt(share);
      if (reach < 1) continue;
      for (let x = Math.floor(middle - reach); x < middle + reach; x++) {
        const edge = Math.max(0, 1 - ((x - middle) / reach) ** 2);
        canvas.dot(x, Math.round(y + row), paint, 0.4 * share * edge);
      }
    }
  }
}

function paintMountains(canvas: Canvas, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  canvas.gradient(0, height, palette.sky);
  const sunX = width * random.between(0.2, 0.8);
  const sunY = height * random.between(0.16, 0.36);
  canvas.glow(sunX, sunY, 380, palette.light, 0.5);
  canvas.disc(sunX, sunY, random.between(30, 64), palette.light, 0.92);
  const layers = random.whole(5, 7);
  for (let layer = 0; layer < layers; layer++) {
    const nearness = layer / (layers - 1);
    const level = height * (0.42 + nearness * 0.42);
    const line = ridge(width, level, 90 + (1 - nearness) * 70, 0.5 + nearness * 0.03, random);
    const paint = mix(mix(palette.sky[2], palette.far, 0.55), palette.near, nearness ** 1.25);
    canvas.ground(line, paint, mix(paint, palette.sky[2], 0.55 * (1 - nearness)), 260);
  }
}

function paintDunes(canvas: Canvas, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  canvas.gradient(0, height, palette.sky);
  canvas.glow(width * random.between(0.2, 0.8), height * 0.3, 420, palette.light, 0.6);
  const sand = mix(palette.accent, palette.light, 0.45);
  for (let layer = 0; layer < 5; layer++) {
    const level = height * (0.48 + layer * 0.11);
    const line = rollingLine(width, level, 46 + layer * 12, 2, random);
    const lit = mix(sand, palette.sky[2], 0.5 - layer * 0.1);
    canvas.ground(line, lit, mix(lit, palette.near, 0.28 + layer * 0.09), 170);
    shadeSlope(canvas, line, mix(lit, palette.near, 0.5), 26 + layer * 14);
  }
}

/** The lee side of a dune: shade below the crest wherever it falls to the right. */
function shadeSlope(
  canvas: Canvas,
  line: Float64Array,
  shade: readonly [number, number, number],
  depth: number,
): void {
  for (let x = 8; x < canvas.width; x++) {
    const top = line[x] ?? 0;
    const slope = Math.max(0, top - (line[x - 8] ?? top)) / 4;
    const reach = depth * Math.min(1.4, slope);
    for (let down = 0; down < reach; down++) {
      canvas.dot(x, Math.ceil(top) + down, shade, 0.6 * (1 - down / reach));
    }
  }
}

function paintFields(canvas: Canvas, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  const horizon = height * random.between(0.42, 0.52);
  canvas.gradient(0, Math.round(horizon) + 60, palette.sky);
  canvas.glow(width * random.between(0.2, 0.8), horizon * 0.7, 360, palette.light, 0.5);
  paintClouds(canvas, palette, horizon * 0.9, random);
  const greens = [
    [122, 142, 78],
    [190, 164, 84],
    [92, 124, 82],
    [206, 184, 116],
    [70, 100, 66],
  ] as const;
  const order = random.shuffled(greens);
  for (let layer = 0; layer < 6; layer++) {
    const nearness = layer / 5;
    const line = rollingLine(
      width,
      horizon + 12 + nearness ** 1.4 * (height * 0.4),
      14 + layer * 9,
      2,
      random,
    );
    const crop = mix(
      order[layer % order.length] ?? [122, 142, 78],
      palette.sky[2],
      0.42 * (1 - nearness),
    );
    canvas.ground(line, mix(crop, palette.light, 0.14), mix(crop, palette.near, 0.34), 220);
    if (layer < 4) paintHedge(canvas, line, mix(crop, palette.near, 0.6), 7 + layer * 7, random);
  }
}

function paintHedge(
  canvas: Canvas,
  line: Float64Array,
  paint: readonly [number, number, number],
  size: number,
  random: Random,
): void {
  let x = random.between(0, 200);
  const end = x + random.between(200, 700);
  while (x < Math.min(end, canvas.width)) {
    const radius = size * random.between(0.6, 1.25);
    canvas.disc(x, (line[Math.round(x)] ?? 0) - radius * 0.4, radius, paint);
    x += radius * random.between(0.8, 2.6);
  }
}

const painters: Readonly<Partial<Record<SceneName, readonly Painter[]>>> = {
  harbour: [paintSea, paintSea, paintSkyline],
  ship: [paintSea],
  mountains: [paintMountains],
  skyline: [paintSkyline],
  fields: [paintFields],
  forest: [paintForest],
  dunes: [paintDunes],
  aurora: [paintAurora],
  stadium: [paintStadium],
  satellite: [paintSpace],
  turbines: [paintFields, paintSea],
  rails: [paintSkyline, paintFields],
  ballot: [paintBands, paintSkyline],
  stage: [paintBands],
  laboratory: [paintBands],
  geometry: [paintBands],
};
