/** Attachments of items. */
import { webAddress } from "./addresses.ts";
import { attributeOf, childrenOf, type Element } from "./tree.ts";
import type { ParsedEnclosure } from "./types.ts";

/** More attachments than any honest item has. */
const maximumEnclosures = 100;

const typesByExtension = new Map<string, string>([
  ["mp3", "audio/mpeg"],
  ["m4a", "audio/mp4"],
  ["ogg", "audio/ogg"],
  ["opus", "audio/opus"],
  ["wav", "audio/wav"],
  ["mp4", "video/mp4"],
  ["m4v", "video/mp4"],
  ["webm", "video/webm"],
  ["mov", "video/quicktime"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["png", "image/png"],
  ["gif", "image/gif"],
  ["webp", "image/webp"],
  ["avif", "image/avif"],
  ["pdf", "application/pdf"],
]);

/** An attachment from its parts as written; null without a usable address. */
export function makeEnclosure(
  address: string | undefined,
  type: string | undefined,
  length: string | undefined,
  base: string | null,
): ParsedEnclosure | null {
  const absolute = webAddress(address, base);
  if (absolute === null) return null;
  const digits = /^\s*(\d{1,15})\s*$/.exec(length ?? "")?.[1];
  return {
    address: absolute,
    type: type === undefined || type === "" ? typeByExtension(absolute) : type.toLowerCase(),
    length: Number(digits ?? 0),
  };
}

function typeByExtension(address: string): string {
  const extension = /\.(\w{2,4})(?:$|[?#])/.exec(address)?.[1]?.toLowerCase();
  return typesByExtension.get(extension ?? "") ?? "";
}

/** Each address once, in document order. */
export function distinctEnclosures(found: readonly (ParsedEnclosure | null)[]): ParsedEnclosure[] {
  const byAddress = new Map<string, ParsedEnclosure>();
  for (const enclosure of found) {
    if (enclosure === null || byAddress.size >= maximumEnclosures) continue;
    const known = byAddress.get(enclosure.address);
    if (known === undefined || (known.length === 0 && enclosure.length > 0)) {
      byAddress.set(enclosure.address, enclosure);
    }
  }
  return [...byAddress.values()];
}

/** An attachment from the attributes of `enclosure` or of a link. */
export function enclosureOf(element: Element, base: string | null): ParsedEnclosure | null {
  return makeEnclosure(
    attributeOf(element, "url") ?? attributeOf(element, "href"),
    attributeOf(element, "type"),
    attributeOf(element, "length"),
    base,
  );
}

/** `media:content` elements of an item, also those in groups. */
export function mediaContents(item: Element): Element[] {
  return [item, ...childrenOf(item, "media:group")].flatMap((holder) =>
    childrenOf(holder, "media:content"),
  );
}

/** True for `media:content` that is a picture. */
export function isPicture(media: Element): boolean {
  const type = attributeOf(media, "type") ?? "";
  if (type !== "") return type.startsWith("image/");
  const medium = attributeOf(media, "medium") ?? "";
  if (medium !== "") return medium === "image";
  return typeByExtension(attributeOf(media, "url") ?? "").startsWith("image/");
}

/** Sound, film and documents of Media RSS; its pictures illustrate and are no attachments. */
export function mediaEnclosures(item: Element, base: string | null): (ParsedEnclosure | null)[] {
  return mediaContents(item)
    .filter((media) => !isPicture(media))
    .map((media) =>
      makeEnclosure(
        attributeOf(media, "url"),
        attributeOf(media, "type"),
        attributeOf(media, "filesize"),
        base,
      ),
    );
}
