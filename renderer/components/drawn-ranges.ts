/** Kinds of ranges that are drawn in texts, each above those before it. */
const layers = ["kept", "noted", "found", "choosing"] as const;
export type Layer = (typeof layers)[number];

/** What each owner has drawn: the window has one registry for all. */
const drawn = new Map<Layer, Map<object, readonly Range[]>>();

/**
 * Draws ranges as `::highlight(<layer>)` in place of what the owner drew there before
 * (CSS Custom Highlight API, https://www.w3.org/TR/css-highlight-api-1/).
 */
export function drawRanges(owner: object, layer: Layer, ranges: readonly Range[]): void {
  const owners = drawn.get(layer) ?? new Map<object, readonly Range[]>();
  if (ranges.length === 0 && !owners.has(owner)) return;
  drawn.set(layer, owners);
  if (ranges.length === 0) owners.delete(owner);
  else owners.set(owner, ranges);
  if (owners.size === 0) {
    CSS.highlights.delete(layer);
    return;
  }
  const highlight = new Highlight(...[...owners.values()].flat());
  highlight.priority = layers.indexOf(layer);
  CSS.highlights.set(layer, highlight);
}

/** Takes away all that an owner drew. */
export function forgetRanges(owner: object): void {
  for (const layer of layers) drawRanges(owner, layer, []);
}
