/** Wikis, questions and answers, papers, links that people share. */
import {
  feedsAt,
  isUnder,
  type Place,
  type PlatformAnswer,
  type PlatformRule,
} from "./platform.ts";

export const knowledgeRules: readonly PlatformRule[] = [
  wikimedia,
  stackExchange,
  hackerNews,
  lobsters,
  arxiv,
];

const wikis = [
  "wikipedia.org",
  "wiktionary.org",
  "wikinews.org",
  "wikibooks.org",
  "wikiquote.org",
  "wikisource.org",
  "wikivoyage.org",
  "wikimedia.org",
  "wikidata.org",
  "mediawiki.org",
];

/** How an article changes, and what changes at all. */
function wikimedia(place: Place): PlatformAnswer | null {
  const { host, path, url } = place;
  if (!wikis.some((wiki) => isUnder(host, wiki))) return null;
  const isFeed = url.searchParams.has("feed") || url.pathname.endsWith("/api.php");
  if (isFeed) return null;
  // The apex is a page to choose a language at.
  if (wikis.includes(host) && path.length === 0) return { kind: "page", platform: "Wikipedia" };
  const title =
    path[0] === "wiki" ? path.slice(1).join("/") : (url.searchParams.get("title") ?? "");
  const changes = "/w/api.php?action=feedrecentchanges&feedformat=atom";
  const isSpecial = title === "" || /^(?:special|spezial|spécial|especial|speciale):/i.test(title);
  const isHome = /^(?:main_page|hauptseite|portada|wikip.*:accueil_principal)$/i.test(title);
  if (isSpecial || isHome) return feedsAt("Wikipedia", place, changes);
  const page = encodeURIComponent(decoded(title));
  return feedsAt(
    "Wikipedia",
    place,
    `/w/index.php?title=${page}&action=history&feed=atom`,
    changes,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const exchanges = [
  "stackoverflow.com",
  "stackexchange.com",
  "superuser.com",
  "serverfault.com",
  "askubuntu.com",
  "mathoverflow.net",
  "stackapps.com",
];

function stackExchange(place: Place): PlatformAnswer | null {
  const { host, path } = place;
  if (!exchanges.some((exchange) => isUnder(host, exchange)) || path[0] === "feeds") return null;
  const [first = "", second = "", third = ""] = path;
  if (first === "questions" && second === "tagged" && third !== "") {
    const tags = third.split(/[+ ]|%20/).map((tag) => tag.replaceAll("%2B", "+"));
    return feedsAt("Stack Exchange", place, `/feeds/tag/${tags.join("+")}`);
  }
  const isNumber = /^\d+$/.test(second);
  if (first === "questions" && isNumber) {
    return feedsAt("Stack Exchange", place, `/feeds/question/${second}`, "/feeds");
  }
  if (first === "users" && isNumber) {
    return feedsAt("Stack Exchange", place, `/feeds/user/${second}`, "/feeds");
  }
  return feedsAt("Stack Exchange", place, "/feeds");
}

function hackerNews(place: Place): PlatformAnswer | null {
  if (place.host !== "news.ycombinator.com" || place.path[0] === "rss") return null;
  const isShow = place.path[0] === "show";
  return feedsAt("Hacker News", place, ...(isShow ? ["/showrss", "/rss"] : ["/rss"]));
}

function lobsters(place: Place): PlatformAnswer | null {
  const [first = "", second = ""] = place.path;
  if (place.host !== "lobste.rs" || /(?:^|\.)rss$/.test(place.path.at(-1) ?? "")) return null;
  if (first === "t" && second !== "") return feedsAt("Lobsters", place, `/t/${second}.rss`);
  if (first === "newest" || first === "~") {
    return feedsAt("Lobsters", place, second === "" ? "/newest.rss" : `/newest/${second}.rss`);
  }
  return feedsAt("Lobsters", place, "/rss");
}

/** Lists of new papers have their feeds on a host of their own. */
function arxiv({ host, path }: Place): PlatformAnswer | null {
  const [first = "", subject = ""] = path;
  if (host !== "arxiv.org" || first !== "list" || subject === "") return null;
  return {
    kind: "feeds",
    platform: "arXiv",
    addresses: [`https://rss.arxiv.org/rss/${subject}`],
  };
}
