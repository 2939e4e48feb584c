/** Attachments and pictures of items. */
import { webAddress } from "./addresses.ts";
import { attributesOf, nextTag } from "./html.ts";
import { attributeOf, childOf, childrenOf, childText, textOf, type Element } from "./tree.ts";
import type { ParsedEnclosure } from "./types.ts";

/** More attachments than any honest item has. */
const maximumEnclosures = 100;
/** How many pictures of a text are looked at to find one that is not a tracking pixel. */
const maximumPicturesSeen = 10;

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

/** `media:content` elements of an item, also those in groups. */
function mediaContents(item: Element): Element[] {
  return [item, ...childrenOf(item, "media:group")].flatMap((holder) =>
    childrenOf(holder, "media:content"),
  );
}

function isPicture(media: Element): boolean {
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

/** The picture that stands for an item: what it names itself, else the first in its text. */
export function itemImage(
  item: Element,
  enclosures: readonly ParsedEnclosure[],
  html: string,
  base: string | null,
): string | null {
  return (
    widest(thumbnails(item), base) ??
    widest(mediaContents(item).filter(isPicture), base) ??
    webAddress(imageElement(item), base) ??
    enclosures.find(({ type }) => type.startsWith("image/"))?.address ??
    firstPicture(html, base)
  );
}

function thumbnails(item: Element): Element[] {
  const groups = childrenOf(item, "media:group");
  return [item, ...groups, ...mediaContents(item)].flatMap((holder) =>
    childrenOf(holder, "media:thumbnail"),
  );
}

function widest(pictures: readonly Element[], base: string | null): string | null {
  let best: string | null = null;
  let bestWidth = -1;
  for (const picture of pictures) {
    const width = Number.parseInt(attributeOf(picture, "width") ?? "0", 10) || 0;
    const address = webAddress(attributeOf(picture, "url") ?? textOf(picture), base);
    if (address !== null && width > bestWidth) [best, bestWidth] = [address, width];
  }
  return best;
}

/** `itunes:image`, or `image` with an address in any of the places where it is put. */
export function imageElement(holder: Element): string | undefined {
  for (const name of ["itunes:image", "googleplay:image", "image"]) {
    const image = childOf(holder, name);
    if (image === undefined) continue;
    const nested = childText(image, "url");
    const address =
      nested !== ""
        ? nested
        : (attributeOf(image, "href") ??
          attributeOf(image, "url") ??
          attributeOf(image, "rdf:resource"));
    if (address !== undefined && address !== "") return address;
    const text = textOf(image);
    if (/^(?:https?:)?\/\S+$/.test(text)) return text;
  }
  return undefined;
}

const trackers =
  /feedburner\.com\/~|doubleclick\.net|\/(?:pixel|beacon|tracker|tracking|counter|spacer|blank|clear|transparent|1x1|count)\b[^/]*$|stats\.wordpress\.com|pixel\.wp\.com|feedsportal\.com|google-analytics\.com|\/(?:smilies|emoji|emoticons)\/|s\.w\.org\/images\/core\/emoji/i;

/** The first picture of an HTML text that is meant to be seen. */
export function firstPicture(html: string, base: string | null): string | null {
  let from = html.search(/<img[\s/]/i);
  for (let seen = 0; from !== -1 && seen < maximumPicturesSeen; seen += 1) {
    const tag = nextTag(html, from);
    if (tag === null) return null;
    const attributes = attributesOf(html, tag);
    const address = webAddress(attributes.get("src") ?? attributes.get("data-src"), base);
    if (address !== null && !isTiny(attributes) && !trackers.test(address)) return address;
    const next = html.slice(tag.end).search(/<img[\s/]/i);
    from = next === -1 ? -1 : tag.end + next;
  }
  return null;
}

function isTiny(attributes: ReadonlyMap<string, string>): boolean {
  return ["width", "height"].some((name) =>
    /^\s*[0-3](?:px)?\s*$/.test(attributes.get(name) ?? ""),
  );
}
