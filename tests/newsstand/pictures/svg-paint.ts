import { mix } from "./colour.ts";
import type { Colour } from "./colour.ts";

/** A colour as SVG wants it. */
export function css(paint: Colour): string {
  return `#${paint.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** Between two colours, as SVG wants it. */
export function blend(from: Colour, to: Colour, share: number): string {
  return css(mix(from, to, share));
}
