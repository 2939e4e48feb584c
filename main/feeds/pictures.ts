/** The picture that stands for an item or a feed. */
import { webAddress } from "./addresses.ts";
import { isPicture, mediaContents } from "./enclosures.ts";
import { attributesOf, nextTag } from "./html.ts";
import { attributeOf, childOf, childrenOf, childText, textOf, type Element } from "./tree.ts";
import type { ParsedEnclosure } from "./types.ts";

/** How many pictures of a text are looked at to find one that is not a tracking pixel. */
const maximumPicturesSeen = 10;

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
