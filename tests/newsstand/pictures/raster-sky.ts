import type { Random } from "../random.ts";
import type { Canvas } from "./canvas.ts";
import { mix } from "./colour.ts";
import type { Palette } from "./colour.ts";
import { rollingLine, ridge } from "./lines.ts";

/** Northern lights over a wooded shore. */
export function paintAurora(canvas: Canvas, _palette: Palette, random: Random): void {
  const { width, height } = canvas;
  canvas.gradient(0, height, [
    [6, 12, 38],
    [14, 38, 66],
    [38, 84, 96],
  ]);
  paintStars(canvas, 260, height * 0.7, random);
  for (let curtain = 0; curtain < 3; curtain++) {
    const line = rollingLine(width, height * random.between(0.38, 0.56), 60, 3, random);
    const shimmer = rollingLine(width, 0.6, 0.4, 5, random);
    const paint = random.pick([
      [96, 230, 160],
      [80, 200, 190],
      [170, 120, 220],
    ] as const);
    const tall = random.between(180, 300);
    for (let x = 0; x < width; x++) {
      const foot = line[x] ?? 0;
      const bright = Math.max(0.06, Math.min(1, shimmer[x] ?? 0)) * 0.5;
      for (let up = -26; up < tall; up++) {
        const fade = up < 0 ? 1 + up / 26 : (1 - up / tall) ** 1.6;
        canvas.dot(x, Math.round(foot - up), paint, bright * fade);
      }
    }
  }
  canvas.ground(ridge(width, height * 0.76, 60, 0.52, random), [10, 22, 40], [6, 12, 24], 160);
  paintTrees(canvas, rollingLine(width, height * 0.9, 18, 3, random), [4, 9, 17], 70, random);
}

/** A planet among stars. */
export function paintSpace(canvas: Canvas, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  canvas.gradient(0, height, [[5, 8, 22], [12, 18, 46], mix([12, 18, 46], palette.accent, 0.18)]);
  for (let cloud = 0; cloud < 5; cloud++) {
    const paint = mix(palette.accent, palette.sky[1], random.next());
    canvas.glow(
      random.between(0, width),
      random.between(0, height),
      random.between(160, 380),
      paint,
      0.22,
    );
  }
  paintStars(canvas, 420, height, random);
  const radius = random.between(150, 250);
  const x = width * random.between(0.3, 0.7);
  const y = height * random.between(0.42, 0.6);
  paintPlanet(canvas, palette, x, y, radius, random);
}

/** A banded globe, lit from the upper left. */
function paintPlanet(
  canvas: Canvas,
  palette: Palette,
  centreX: number,
  centreY: number,
  radius: number,
  random: Random,
): void {
  const bands = rollingLine(Math.ceil(radius * 2) + 2, 0.5, 0.5, 5, random);
  canvas.glow(centreX, centreY, radius * 1.35, palette.sky[2], 0.35);
  for (let y = Math.floor(-radius); y <= radius; y++) {
    for (let x = Math.floor(-radius); x <= radius; x++) {
      const cover = radius + 0.5 - Math.hypot(x, y);
      if (cover <= 0) continue;
      const bulge = Math.sqrt(Math.max(0, 1 - (x / radius) ** 2)) * 14;
      const tone = bands[Math.max(0, Math.round(y + radius + bulge))] ?? 0.5;
      const light = Math.max(0, 0.62 - (x * 0.75 + y * 0.6) / radius);
      const surface = mix(palette.far, palette.light, Math.max(0, Math.min(1, tone)) * 0.8);
      const lit = mix([8, 10, 26], surface, Math.min(1, light));
      canvas.dot(Math.round(centreX + x), Math.round(centreY + y), lit, Math.min(1, cover));
    }
  }
}

/** Firs in the mist. */
export function paintForest(canvas: Canvas, palette: Palette, random: Random): void {
  const { width, height } = canvas;
  canvas.gradient(0, height, [palette.sky[1], palette.sky[2], palette.light]);
  canvas.glow(width * random.between(0.25, 0.75), height * 0.3, 460, palette.light, 0.75);
  const green: readonly [number, number, number] = [24, 62, 54];
  for (let layer = 0; layer < 5; layer++) {
    const nearness = layer / 4;
    const line = rollingLine(width, height * (0.5 + layer * 0.125), 34, 3, random);
    const paint = mix(mix(palette.sky[2], green, 0.3), mix(green, palette.near, 0.65), nearness);
    paintTrees(canvas, line, paint, 90 + layer * 52, random);
  }
}

/** Points of light, fewer towards `limit`. */
function paintStars(canvas: Canvas, count: number, limit: number, random: Random): void {
  for (let star = 0; star < count; star++) {
    const x = random.between(0, canvas.width);
    const y = limit * random.next() ** 1.4;
    canvas.disc(x, y, random.between(0.3, 1.4), [255, 250, 235], random.between(0.25, 0.9));
  }
}

/** Conifers that stand on a line. */
function paintTrees(
  canvas: Canvas,
  line: Float64Array,
  paint: readonly [number, number, number],
  tall: number,
  random: Random,
): void {
  for (let x = -10; x < canvas.width + 10; x += random.between(tall * 0.12, tall * 0.42)) {
    const foot = (line[Math.max(0, Math.min(canvas.width - 1, Math.round(x)))] ?? 0) + 6;
    const reach = tall * random.between(0.55, 1.15);
    const half = reach * random.between(0.16, 0.22);
    for (let tier = 0; tier < 3; tier++) {
      const top = foot - reach * (1 - tier * 0.24);
      const low = foot - reach * (0.52 - tier * 0.24);
      const spread = half * (0.55 + tier * 0.24);
      canvas.shape(
        [
          [x, top],
          [x + spread, low],
          [x - spread, low],
        ],
        paint,
      );
    }
  }
  canvas.ground(line, paint, paint);
}
