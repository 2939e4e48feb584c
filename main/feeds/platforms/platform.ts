/** What the rules for well-known platforms share. Pure: an address goes in, addresses come out. */

/** What is known of an address by its host and path alone. */
export type PlatformAnswer =
  /** Its feeds stand at these addresses, best first; the page itself need not be asked. */
  | { readonly kind: "feeds"; readonly platform: string; readonly addresses: readonly string[] }
  /** The page names the feed in its own way, see `page-feeds.ts`; guessing is of no use. */
  | { readonly kind: "page"; readonly platform: string }
  /** The platform has no feeds at all. */
  | { readonly kind: "none"; readonly platform: string };

/** An address taken apart. */
export interface Place {
  readonly url: URL;
  /** Without `www.`, `m.` and the like. */
  readonly host: string;
  /** The parts of the path, decoded, without empty ones. */
  readonly path: readonly string[];
}

/** Looks at an address; null when it is none of its platforms'. */
export type PlatformRule = (place: Place) => PlatformAnswer | null;

/** Takes an address apart; null for what is none. */
export function placeOf(address: string): Place | null {
  const url = URL.parse(address);
  if (url === null) return null;
  const host = url.hostname.replace(/^(?:www|m|mobile|old)\.(?=[^.]+\.)/, "");
  const path = url.pathname.split("/").filter((part) => part !== "");
  return { url, host, path };
}

/** True for a host and for everything under it. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** An answer with feeds; paths are resolved against the place's own origin. */
export function feedsAt(
  platform: string,
  place: Place,
  ...addresses: readonly string[]
): PlatformAnswer {
  return {
    kind: "feeds",
    platform,
    addresses: addresses.map((address) => new URL(address, place.url.origin).href),
  };
}
