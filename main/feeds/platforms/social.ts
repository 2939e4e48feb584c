/** Reddit, Bluesky, Mastodon, Tumblr, pictures and lists. */
import { feedsAt, type Place, type PlatformAnswer, type PlatformRule } from "./platform.ts";

export const socialRules: readonly PlatformRule[] = [
  reddit,
  bluesky,
  tumblr,
  flickr,
  pinterest,
  letterboxd,
];

/** Subreddits (several with `+`), people, multireddits and posts: the same path with `.rss`. */
function reddit({ url, host, path }: Place): PlatformAnswer | null {
  if (host !== "reddit.com") return null;
  const last = path.at(-1) ?? "";
  if (last.endsWith(".rss")) return null;
  const [first = "", second = ""] = path;
  const isKnown = path.length === 0 || (["r", "user", "u"].includes(first) && second !== "");
  if (!isKnown) return { kind: "page", platform: "Reddit" };
  const named = first === "u" ? ["user", ...path.slice(1)] : path;
  // The host as named: some people prefer the old one.
  const start = url.hostname.startsWith("old.") ? url.origin : "https://www.reddit.com";
  const address = `${start}/${[...named, ".rss"].join("/")}`;
  const time = url.searchParams.get("t");
  return {
    kind: "feeds",
    platform: "Reddit",
    addresses: [time === null ? address : `${address}?t=${encodeURIComponent(time)}`],
  };
}

function bluesky(place: Place): PlatformAnswer | null {
  const [first = "", handle = "", third = ""] = place.path;
  if (place.host !== "bsky.app") return null;
  if (first !== "profile" || handle === "") return { kind: "page", platform: "Bluesky" };
  return third === "rss" ? null : feedsAt("Bluesky", place, `/profile/${handle}/rss`);
}

/** A name on Mastodon and its like, on any host: tried where the page of a person has no link. */
export function fediverseFeed({ url, path }: Place): string | null {
  const [first = "", second = ""] = path;
  if (/^@[\w.-]+$/.test(first) && !/\.(?:rss|atom)$/.test(first))
    return `${url.origin}/${first}.rss`;
  if (first === "tags" && second !== "" && !second.endsWith(".rss")) {
    return `${url.origin}/tags/${second}.rss`;
  }
  return null;
}

function tumblr(place: Place): PlatformAnswer | null {
  const { host, path, url } = place;
  if (host.endsWith(".tumblr.com")) {
    if (path.at(-1) === "rss") return null;
    const [first = "", second = ""] = path;
    const isTag = first === "tagged" && second !== "";
    return feedsAt("Tumblr", place, isTag ? `/tagged/${second}/rss` : "/rss");
  }
  if (host !== "tumblr.com") return null;
  const name = path[0] === "blog" ? (path[1] === "view" ? path[2] : path[1]) : path[0];
  const isName = name !== undefined && /^[a-z0-9-]+$/i.test(name);
  if (!isName || ["explore", "tagged", "search", "login"].includes(name)) {
    return { kind: "page", platform: "Tumblr" };
  }
  return {
    kind: "feeds",
    platform: "Tumblr",
    addresses: [`${url.protocol}//${name}.tumblr.com/rss`],
  };
}

/** People by number and groups; people by name say their number in the page's own link. */
function flickr(place: Place): PlatformAnswer | null {
  const [first = "", second = "", third = ""] = place.path;
  if (place.host !== "flickr.com" || first === "services") return null;
  const isNumber = /^\d+@N\d\d$/.test(second);
  if (["photos", "people"].includes(first) && second === "tags" && third !== "") {
    return feedsAt("Flickr", place, `/services/feeds/photos_public.gne?tags=${third}`);
  }
  if (["photos", "people"].includes(first) && isNumber) {
    return feedsAt("Flickr", place, `/services/feeds/photos_public.gne?id=${second}`);
  }
  if (first === "groups" && isNumber) {
    return feedsAt("Flickr", place, `/services/feeds/groups_pool.gne?id=${second}`);
  }
  return { kind: "page", platform: "Flickr" };
}

function pinterest(place: Place): PlatformAnswer | null {
  const [first = "", second = ""] = place.path;
  if (!/(?:^|\.)pinterest\.[a-z.]+$/.test(place.host) || first === "") return null;
  if (first === "pin" || first.startsWith("_") || second.endsWith(".rss")) return null;
  const isBoard = second !== "" && !second.startsWith("_");
  return feedsAt("Pinterest", place, isBoard ? `/${first}/${second}.rss` : `/${first}/feed.rss`);
}

function letterboxd(place: Place): PlatformAnswer | null {
  const [first = "", second = ""] = place.path;
  if (place.host !== "letterboxd.com" || first === "" || second === "rss") return null;
  const isPerson = !["film", "films", "lists", "members", "journal", "search"].includes(first);
  return isPerson ? feedsAt("Letterboxd", place, `/${first}/rss/`) : null;
}
