/** Which address of an RSS channel or item is its page. */
import { isWebAddress, webAddress } from "./addresses.ts";
import { attributeOf, childOf, childrenOf, childText, textOf, type Element } from "./tree.ts";

/** Services that counted readers and sent them on; most of those addresses are dead today. */
const counters = /^https?:\/\/(?:feeds?\d?\.feedburner\.com|feedproxy\.google\.com)\/~r\//i;

/** The page of an item: its links, else its guid, else what RDF says it is about. */
export function itemLink(item: Element, base: string | null): string | null {
  const original = webAddress(childText(item, "feedburner:origlink"), base);
  const plain = plainLink(item, base);
  if (original !== null && plain !== null && counters.test(plain)) return original;
  return (
    plain ??
    atomLink(item, base) ??
    original ??
    permalink(childOf(item, "guid"), base) ??
    absoluteOnly(attributeOf(item, "rdf:about") ?? attributeOf(item, "href") ?? "")
  );
}

/** The page of a channel. RDF's address is often the feed's own, and so the last resort. */
export function channelLink(channel: Element, base: string | null): string | null {
  const about =
    childOf(channel, "link") === undefined
      ? (attributeOf(channel, "rdf:about") ?? attributeOf(channel, "href"))
      : "";
  return plainLink(channel, base) ?? atomLink(channel, base) ?? absoluteOnly(about ?? "");
}

/** The first `link` with an address as text or attribute; an empty one does not win. */
function plainLink(holder: Element, base: string | null): string | null {
  for (const link of childrenOf(holder, "link")) {
    const relation = attributeOf(link, "rel") ?? "alternate";
    const written = textOf(link) || (relation === "alternate" ? attributeOf(link, "href") : "");
    const address = webAddress(written, base);
    if (address !== null) return address;
  }
  return null;
}

function atomLink(holder: Element, base: string | null): string | null {
  const links = childrenOf(holder, "atom:link");
  const alternate = links.find((link) => (attributeOf(link, "rel") ?? "alternate") === "alternate");
  return alternate === undefined ? null : webAddress(attributeOf(alternate, "href"), base);
}

/** A guid is a link only when it is an address and does not deny it. */
function permalink(guid: Element | undefined, base: string | null): string | null {
  if (guid === undefined) return null;
  const claim = attributeOf(guid, "ispermalink")?.toLowerCase();
  if (claim === "false") return null;
  return claim === "true" ? webAddress(textOf(guid), base) : absoluteOnly(textOf(guid));
}

function absoluteOnly(written: string): string | null {
  return isWebAddress(written) ? webAddress(written, null) : null;
}
