import { placeWithin } from "./addresses.ts";
import type { SourceElement } from "./parse-markup.ts";

/**
 * Places in the article that its own links lead to (footnotes, contents), with the names they get
 * here: prefixed and numbered, so that no publisher's id can clash with one of the window's.
 */
export function findAnchors(root: SourceElement, baseUrl: string | null): Map<string, string> {
  const places = new Set<string>();
  const named = new Set<string>();
  const walk = ({ name, attributes, children }: SourceElement): void => {
    const place = attributes.id ?? (name === "a" ? attributes.name : undefined);
    if (place) places.add(place);
    if (name === "a" && attributes.href?.includes("#")) {
      const target = placeWithin(attributes.href, baseUrl);
      if (target !== null) named.add(target);
    }
    for (const child of children) if (typeof child !== "string") walk(child);
  };
  walk(root);
  const anchors = new Map<string, string>();
  for (const place of named)
    if (places.has(place)) anchors.set(place, `article-${anchors.size + 1}`);
  return anchors;
}
