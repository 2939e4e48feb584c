/** Everything that a page says about feeds, and about its site's icons. */
import { commentsLast, findFeedLinks } from "./discovery.ts";
import { guessFeedAddresses } from "./guesses.ts";
import { findIcons } from "./icons.ts";
import { feedsInLinkHeader } from "./link-header.ts";
import { feedsInPage } from "./platforms/page-feeds.ts";
import type { FeedLink, PageFindings } from "./types.ts";
import { wallOf } from "./walls.ts";

/** More characters of a page are not looked at. */
const maximumLength = 4_000_000;

/**
 * Looks into a page for feeds. Never throws.
 * @param linkHeader the HTTP header `Link` that came with it, or null.
 */
export function lookIntoPage(
  document: string,
  address: string,
  linkHeader: string | null = null,
): PageFindings {
  const html = document.slice(0, maximumLength);
  const links = new Map<string, FeedLink>();
  for (const link of [
    ...(linkHeader === null ? [] : feedsInLinkHeader(linkHeader, address)),
    ...findFeedLinks(html, address),
    ...feedsInPage(html, address).map((found) => ({ address: found, title: "" })),
  ]) {
    if (!links.has(link.address)) links.set(link.address, link);
  }
  return {
    links: commentsLast([...links.values()]),
    guesses: guessFeedAddresses(address, html),
    wall: wallOf(html, address),
    icons: findIcons(html, address),
  };
}
