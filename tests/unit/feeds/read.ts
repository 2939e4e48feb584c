/** Short ways to feed the reader in tests. */
import {
  parseFeed,
  type FeedSource,
  type ParsedFeed,
  type ParsedItem,
} from "../../../main/feeds/feeds.ts";

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The feed in a text that must be one. */
export function read(text: string, source: FeedSource = {}): ParsedFeed {
  const feed = parseFeed(bytesOf(text), source);
  if (!feed.ok) throw new Error(`refused as ${feed.reason}`);
  return feed;
}

/** The only item of RSS around these elements. */
export function readItem(inner: string, source: FeedSource = {}): ParsedItem {
  return only(
    read(
      `<rss version="2.0"><channel><title>T</title><item>${inner}</item></channel></rss>`,
      source,
    ),
  );
}

/** The only entry of Atom around these elements. */
export function readEntry(inner: string, source: FeedSource = {}): ParsedItem {
  return only(
    read(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry>${inner}</entry></feed>`,
      source,
    ),
  );
}

export function only(feed: ParsedFeed): ParsedItem {
  const [item, ...more] = feed.items;
  if (item === undefined || more.length > 0) throw new Error(`${feed.items.length} items`);
  return item;
}
