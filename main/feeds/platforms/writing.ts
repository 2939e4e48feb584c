/** Places where people write: blogs and newsletters. */
import {
  feedsAt,
  isUnder,
  type Place,
  type PlatformAnswer,
  type PlatformRule,
} from "./platform.ts";

export const writingRules: readonly PlatformRule[] = [
  medium,
  substack,
  wordPress,
  blogger,
  buttondown,
  devTo,
  liveJournal,
];

/** People, publications, their tags, and blogs on subdomains; custom domains answer at `/feed`. */
function medium(place: Place): PlatformAnswer | null {
  const { host, path } = place;
  const [first = "", second = "", third = ""] = path;
  if (first === "feed" || !isUnder(host, "medium.com")) return null;
  if (host !== "medium.com") return feedsAt("Medium", place, "/feed");
  if (first === "tag") return feedsAt("Medium", place, `/feed/tag/${second}`);
  const isPage = ["", "m", "me", "search", "topics", "p", "about", "membership"].includes(first);
  if (isPage) return { kind: "page", platform: "Medium" };
  if (second === "tagged" && third !== "") {
    return feedsAt("Medium", place, `/feed/${first}/tagged/${third}`);
  }
  return feedsAt("Medium", place, `/feed/${first}`);
}

function substack(place: Place): PlatformAnswer | null {
  const { host, path } = place;
  if (host === "substack.com") return { kind: "page", platform: "Substack" };
  if (!host.endsWith(".substack.com") || path[0] === "feed") return null;
  return feedsAt("Substack", place, "/feed");
}

/** Blogs at WordPress itself; elsewhere the page tells that it is made with WordPress. */
function wordPress(place: Place): PlatformAnswer | null {
  if (!place.host.endsWith(".wordpress.com") || place.path.at(-1) === "feed") return null;
  const part = archiveOf(place.path);
  return part === null
    ? feedsAt("WordPress", place, "/feed/")
    : feedsAt("WordPress", place, `${part}feed/`, "/feed/");
}

/** The part of a WordPress site that has a feed of its own: a subject, a tag, an author. */
export function archiveOf(path: readonly string[]): string | null {
  const at = path.findIndex((part) => ["category", "tag", "author"].includes(part));
  if (at === -1 || path[at + 1] === undefined) return null;
  const end = path.indexOf("page", at);
  return `/${path.slice(0, end === -1 ? undefined : end).join("/")}/`;
}

function blogger(place: Place): PlatformAnswer | null {
  const { host, path } = place;
  if (!/\.blogspot\.(?:com|[a-z]{2,3}(?:\.[a-z]{2})?)$/.test(host) || path[0] === "feeds")
    return null;
  const all = "/feeds/posts/default";
  const label = path[0] === "search" && path[1] === "label" ? path[2] : undefined;
  return label === undefined
    ? feedsAt("Blogger", place, all)
    : feedsAt("Blogger", place, `${all}/-/${label}`, all);
}

function buttondown(place: Place): PlatformAnswer | null {
  const [name = "", second = ""] = place.path;
  if (!/^buttondown\.(?:com|email)$/.test(place.host)) return null;
  if (["", "features", "pricing", "blog", "login"].includes(name) || second === "rss") return null;
  return feedsAt("Buttondown", place, `/${name}/rss`);
}

function devTo(place: Place): PlatformAnswer | null {
  const [first = "", second = ""] = place.path;
  if (place.host !== "dev.to" || first === "feed") return null;
  if (first === "") return feedsAt("DEV", place, "/feed");
  return feedsAt("DEV", place, first === "t" ? `/feed/tag/${second}` : `/feed/${first}`);
}

function liveJournal(place: Place): PlatformAnswer | null {
  const isJournal = /\.(?:livejournal|dreamwidth)\.(?:com|org)$/.test(place.host);
  if (!isJournal || place.path[0] === "data") return null;
  return feedsAt("LiveJournal", place, "/data/atom");
}
