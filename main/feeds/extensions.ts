/** What items and feeds say in the modules for discussions, places, length of play and announcing. */
import { webAddress } from "./addresses.ts";
import { mediaContents } from "./enclosures.ts";
import { attributeOf, childOf, childrenOf, childText, firstText, type Element } from "./tree.ts";
import type { Discussion, ParsedFeed, ParsedItem, Place } from "./types.ts";

type ItemExtensions = Pick<ParsedItem, "discussion" | "replyTo" | "place" | "duration">;
type FeedExtensions = Pick<ParsedFeed, "self" | "hubs">;

/** More hubs than any honest feed names. */
const maximumHubs = 10;

/** Reads them from an item of RSS or an entry of Atom. */
export function itemExtensions(item: Element, base: string | null): ItemExtensions {
  const answered = childOf(item, "thr:in-reply-to");
  return {
    discussion: discussionOf(item, base),
    replyTo: (answered && (attributeOf(answered, "ref") ?? attributeOf(answered, "href"))) ?? null,
    place: placeOf(item),
    duration: durationOf(item),
  };
}

/** Reads them from a channel of RSS or the head of Atom. */
export function feedExtensions(head: Element, base: string | null): FeedExtensions {
  const links = linksOf(head);
  const addresses = (relation: string): string[] =>
    links
      .filter((link) => attributeOf(link, "rel")?.toLowerCase() === relation)
      .map((link) => webAddress(attributeOf(link, "href"), link.base ?? base))
      .filter((address) => address !== null);
  return {
    self: addresses("self")[0] ?? webAddress(childText(head, "itunes:new-feed-url"), base),
    hubs: [...new Set(addresses("hub"))].slice(0, maximumHubs),
  };
}

/** Links as Atom writes them, in Atom itself and in RSS. */
function linksOf(holder: Element): Element[] {
  return [...childrenOf(holder, "atom:link"), ...childrenOf(holder, "link")];
}

function discussionOf(item: Element, base: string | null): Discussion | null {
  const replies = linksOf(item).filter(
    (link) => attributeOf(link, "rel")?.toLowerCase() === "replies",
  );
  const repliesOf = (isFeed: boolean): string | null => {
    const link = replies.find(
      (reply) => /atom|rss|xml/i.test(attributeOf(reply, "type") ?? "") === isFeed,
    );
    return link === undefined ? null : webAddress(attributeOf(link, "href"), link.base ?? base);
  };
  const counted = [
    firstText(item, "slash:comments", "thr:total"),
    ...replies.map((reply) => attributeOf(reply, "thr:count") ?? attributeOf(reply, "count") ?? ""),
  ].find((text) => /^\d{1,9}$/.test(text));
  const page = webAddress(childText(item, "comments"), base) ?? repliesOf(false);
  const feed = webAddress(firstText(item, "wfw:commentrss"), base) ?? repliesOf(true);
  const count = counted === undefined ? null : Number(counted);
  return page === null && feed === null && count === null ? null : { page, feed, count };
}

/** `georss:point`, GML's point, or the older pair of latitude and longitude. */
function placeOf(item: Element): Place | null {
  const where = childOf(item, "georss:where");
  const point = where === undefined ? undefined : childOf(where, "gml:point");
  const w3c = childOf(item, "geo:point") ?? item;
  const written =
    childText(item, "georss:point") ||
    (point === undefined ? "" : childText(point, "gml:pos")) ||
    `${childText(w3c, "geo:lat")} ${firstText(w3c, "geo:long", "geo:lon")}`;
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)[\s,]+(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(written);
  const [latitude, longitude] = [Number(match?.[1]), Number(match?.[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

function durationOf(item: Element): number | null {
  const media = mediaContents(item).map((content) => attributeOf(content, "duration") ?? "");
  for (const written of [childText(item, "itunes:duration"), ...media]) {
    const seconds = parseDuration(written);
    if (seconds !== null) return seconds;
  }
  return null;
}

/** `5025`, `83:45` or `1:23:45` in seconds; null for nothing and for nonsense. */
export function parseDuration(written: string): number | null {
  if (!/^\d{1,7}(?::\d{1,2}){0,2}(?:\.\d{1,9})?$/.test(written)) return null;
  const seconds = written.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds > 0 ? Math.round(seconds) : null;
}
