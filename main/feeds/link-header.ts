/** Feeds named by the HTTP header `Link` (RFC 8288). */
import { webAddress } from "./addresses.ts";
import type { FeedLink } from "./types.ts";

const feedType = /^application\/(?:rss|atom|rdf)\+xml\b|^application\/feed\+json\b/i;
/** Longer headers are cut. */
const maximumLength = 16_384;

/** The feeds in a `Link` header, in its order. */
export function feedsInLinkHeader(header: string, base: string): FeedLink[] {
  const found: FeedLink[] = [];
  const link = /<([^<>]*)>([^<]*)/g;
  for (const [, target = "", written = ""] of header.slice(0, maximumLength).matchAll(link)) {
    const parameters = parametersOf(written);
    const relations = (parameters.get("rel") ?? "").toLowerCase().split(/\s+/);
    const isFeed =
      relations.includes("feed") ||
      (relations.includes("alternate") && feedType.test(parameters.get("type") ?? ""));
    const address = isFeed ? webAddress(target.trim(), base) : null;
    if (address !== null) found.push({ address, title: parameters.get("title") ?? "" });
  }
  return found;
}

/** `; rel="alternate"; type=…` by name, in lower case; the first of a repeated name counts. */
function parametersOf(written: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const match of written.matchAll(/;\s*([\w!#$&+.^`|~-]+)\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/g)) {
    const name = (match[1] ?? "").toLowerCase();
    if (!parameters.has(name)) parameters.set(name, match[2] ?? match[3] ?? "");
  }
  return parameters;
}
