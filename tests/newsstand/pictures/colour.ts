/** Red, green and blue, 0–255. */
export type Colour = readonly [number, number, number];

/** A colour from `#rrggbb`. */
export function colour(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Between two colours; 0 gives the first, 1 the second. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** Colours of an hour and a place: the sky from top to horizon, the light, near and far ground. */
export interface Palette {
  readonly sky: readonly [Colour, Colour, Colour];
  readonly light: Colour;
  readonly far: Colour;
  readonly near: Colour;
  readonly accent: Colour;
}

function palette(
  ...hexes: readonly [string, string, string, string, string, string, string]
): Palette {
  const [top, middle, horizon, light, far, near, accent] = hexes;
  return {
    sky: [colour(top), colour(middle), colour(horizon)],
    light: colour(light),
    far: colour(far),
    near: colour(near),
    accent: colour(accent),
  };
}

/** Hours of the day, from dawn to night. */
export const palettes: readonly Palette[] = [
  palette("#2b3a67", "#b56576", "#f7c59f", "#fff1d0", "#8d6a86", "#1d1e3a", "#e56b4e"),
  palette("#355c7d", "#8fb8c9", "#f3e3c3", "#fffbe8", "#84a3ad", "#173642", "#d98e48"),
  palette("#16324f", "#3f7290", "#e8b878", "#ffe3b0", "#55788a", "#0c1c2a", "#e0a030"),
  palette("#5b2a4e", "#d1495b", "#f6b26b", "#ffe9c2", "#9a4c63", "#2a1230", "#f4d35e"),
  palette("#3c5a5e", "#9bb8a3", "#efe6c8", "#fffdf0", "#89a598", "#1f3834", "#c8553d"),
  palette("#0f1c3f", "#3b3f7a", "#c78fa0", "#ffe0d8", "#574f86", "#0a0d24", "#f2a65a"),
  palette("#6c8ead", "#c3d3de", "#f4ece1", "#ffffff", "#9fb0bf", "#36485a", "#b5573c"),
];
