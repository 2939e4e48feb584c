/** Where a site may keep a feed that its page does not name. */
import { attributesOf, nextTag } from "./html.ts";
import { archiveOf } from "./platforms/writing.ts";
import { fediverseFeed } from "./platforms/social.ts";
import { placeOf } from "./platforms/platform.ts";

/** Where feeds are kept most often, most likely first. Each one costs the site a request. */
const usualPaths = [
  "/feed/",
  "/rss.xml",
  "/feed.xml",
  "/atom.xml",
  "/index.xml",
  "/rss",
  "/feed",
] as const;
/** The same in the folder of the page. */
const usualNames = ["feed/", "rss.xml", "index.xml"] as const;

/** Programs that make sites, by the name they give themselves, and where they put the feed. */
const generators: readonly (readonly [name: RegExp, paths: readonly string[]])[] = [
  [/wordpress/i, ["/feed/", "/?feed=rss2"]],
  [/ghost/i, ["/rss/"]],
  [/hugo/i, ["/index.xml"]],
  [/jekyll|eleventy|micro\.blog/i, ["/feed.xml"]],
  [/hexo|gitbook/i, ["/atom.xml"]],
  [/astro|gatsby|next\.js|drupal|docusaurus/i, ["/rss.xml", "/blog/rss.xml"]],
  [/blogger/i, ["/feeds/posts/default"]],
  [/discourse/i, ["/latest.rss"]],
  [/squarespace/i, ["/?format=rss", "/blog?format=rss"]],
  [/wix/i, ["/blog-feed.xml"]],
  [/shopify/i, ["/blogs/news.atom"]],
  [/typo3/i, ["/rss.xml"]],
  [/mediawiki/i, ["/api.php?action=feedrecentchanges", "/w/api.php?action=feedrecentchanges"]],
];

/** The same for programs that do not name themselves, by what they leave in their pages. */
const traces: readonly (readonly [trace: RegExp, paths: readonly string[]])[] = [
  [/\/wp-(?:content|includes)\//, ["/feed/", "/?feed=rss2"]],
  [/substackcdn\.com/, ["/feed"]],
  [/com\.medium\.reader|cdn-client\.medium\.com/, ["/feed"]],
  [/static1\.squarespace\.com/, ["/?format=rss", "/blog?format=rss"]],
  [/static\.wixstatic\.com/, ["/blog-feed.xml"]],
  [/cdn\.shopify\.com/, ["/blogs/news.atom"]],
];

/** How far into a page the traces of a program are looked for. */
const reach = 60_000;
/** Guesses for one page; the site is asked one after the other. */
const maximumGuesses = 10;

/** Addresses at which the site of a page may keep its feed, most likely first. */
export function guessFeedAddresses(page: string, html = ""): string[] {
  const place = placeOf(page);
  if (place === null) return [];
  const { url, path } = place;
  const archive = archiveOf(path);
  const person = fediverseFeed(place);
  const known = programPaths(html);
  const folder = new URL(".", url).pathname;
  const paths = [
    ...(person === null ? [] : [person]),
    ...(archive === null ? [] : [`${archive}feed/`]),
    ...known,
    ...usualPaths.slice(0, 5),
    ...(folder === "/" ? [] : usualNames.map((name) => `${folder}${name}`)),
    ...usualPaths.slice(5),
  ];
  return [...new Set(paths.map((guess) => new URL(guess, url.origin).href))].slice(
    0,
    maximumGuesses,
  );
}

function programPaths(html: string): readonly string[] {
  const start = html.slice(0, reach);
  const named = generatorOf(start);
  const found =
    generators.find(([name]) => name.test(named)) ?? traces.find(([trace]) => trace.test(start));
  return found?.[1] ?? [];
}

function generatorOf(html: string): string {
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    if (tag.name !== "meta") continue;
    const attributes = attributesOf(html, tag);
    if (attributes.get("name")?.toLowerCase() === "generator")
      return attributes.get("content") ?? "";
  }
  return "";
}
