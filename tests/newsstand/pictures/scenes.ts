/** What a picture can show. */
export const sceneNames = [
  "harbour",
  "ship",
  "mountains",
  "skyline",
  "fields",
  "forest",
  "dunes",
  "aurora",
  "stadium",
  "laboratory",
  "satellite",
  "portrait",
  "chart",
  "turbines",
  "stage",
  "ballot",
  "table",
  "rails",
  "books",
  "chip",
  "geometry",
] as const;

export type SceneName = (typeof sceneNames)[number];

/** Things rather than views: drawn for preference, since painting makes abstracts of them. */
export const objects: ReadonlySet<SceneName> = new Set([
  "laboratory",
  "portrait",
  "chart",
  "stage",
  "ballot",
  "table",
  "books",
  "chip",
  "geometry",
]);
