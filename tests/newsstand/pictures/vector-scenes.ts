import type { Random } from "../random.ts";
import { palettes } from "./colour.ts";
import type { Palette } from "./colour.ts";
import type { SceneName } from "./scenes.ts";
import { css } from "./svg-paint.ts";
import {
  drawBallot,
  drawBooks,
  drawChart,
  drawChip,
  drawFlasks,
  drawGeometry,
  drawPlate,
  drawPortrait,
  drawStage,
} from "./vector-objects.ts";
import {
  drawBirds,
  drawCity,
  drawFields,
  drawPeaks,
  drawRails,
  drawSatellite,
  drawShip,
  drawStadium,
  drawTurbines,
  drawWoods,
} from "./vector-views.ts";

/** Draws into a field of 1200 by 800. */
export type Drawing = (palette: Palette, random: Random) => string;

/** A scene as an SVG document: drawn flat, with a paper grain over it. */
export function drawScene(scene: SceneName, random: Random): string {
  const palette = random.pick(palettes);
  const drawing = random.pick(drawings[scene]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800"><defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${css(palette.sky[0])}"/><stop offset=".6" stop-color="${css(palette.sky[1])}"/><stop offset="1" stop-color="${css(palette.sky[2])}"/></linearGradient><filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="${random.whole(1, 999)}"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  0 0 0 .22 0"/></filter></defs>${drawing(palette, random)}<rect width="1200" height="800" filter="url(#grain)" style="mix-blend-mode:soft-light" opacity=".7"/></svg>`;
}

const drawings: Readonly<Record<SceneName, readonly [Drawing, ...Drawing[]]>> = {
  harbour: [drawShip],
  ship: [drawShip],
  mountains: [drawPeaks, drawBirds],
  skyline: [drawCity],
  fields: [drawFields, drawBirds],
  forest: [drawWoods],
  dunes: [drawPeaks],
  aurora: [drawPeaks, drawWoods],
  stadium: [drawStadium],
  laboratory: [drawFlasks],
  satellite: [drawSatellite],
  portrait: [drawPortrait],
  chart: [drawChart],
  turbines: [drawTurbines],
  stage: [drawStage],
  ballot: [drawBallot],
  table: [drawPlate],
  rails: [drawRails],
  books: [drawBooks],
  chip: [drawChip],
  geometry: [drawGeometry],
};
