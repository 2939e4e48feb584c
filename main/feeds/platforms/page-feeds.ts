/** Feeds that pages of platforms name in their scripts instead of in links. */
import { placeOf, isUnder } from "./platform.ts";

/** Members of scripts' data under which programs keep the address of a feed. */
const feedMember =
  /"(?:feedUrl|feed_url|rssUrl|rss_url|rssFeed|rssFeedUrl|rss_feed_url|podcastFeedUrl)"\s*:\s*"(https?:[^"\s<>]{4,2000})"/g;
/** Feeds of newsletters and broadcasts at houses that give each of them an address of its own. */
const houseFeed =
  /https?:(?:\\?\/){2}(?:rss\.beehiiv\.com(?:\\?\/)feeds|feeds\.(?:buzzsprout|simplecast|transistor|megaphone|acast|captivate|libsyn|soundcloud)\.(?:com|fm))(?:\\?\/)[\w:./\\%-]{3,300}/g;
const maximumFeeds = 5;

/** Addresses of feeds inside a page, best first. */
export function feedsInPage(html: string, address: string): string[] {
  const place = placeOf(address);
  if (place === null) return [];
  const { host, url } = place;
  if (isUnder(host, "youtube.com") || host === "youtu.be") return youTube(html, url);
  if (host === "soundcloud.com") return soundCloud(html);
  if (host === "substack.com") return substack(html);
  const found = [
    ...Array.from(html.matchAll(feedMember), (match) => match[1] ?? ""),
    ...Array.from(html.matchAll(houseFeed), (match) => match[0]),
  ];
  return [...new Set(found.map(unescaped))].slice(0, maximumFeeds);
}

/** Slashes and ampersands as scripts write them. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_written, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll("\\/", "/")
    .replace(/\\+$/, "");
}

/** The channel that a page belongs to: said of the channel itself, else of the film's owner. */
function youTube(html: string, url: URL): string[] {
  const channel = [
    /<link[^>]{1,300}rel=["']canonical["'][^>]{1,300}\/channel\/(UC[\w-]{22})/,
    /<meta[^>]{1,300}itemprop=["'](?:identifier|channelId)["'][^>]{1,300}content=["'](UC[\w-]{22})/,
    /"externalId":\s*"(UC[\w-]{22})"/,
    /"externalChannelId":\s*"(UC[\w-]{22})"/,
    /"channelId":\s*"(UC[\w-]{22})"/,
  ]
    .map((pattern) => pattern.exec(html)?.[1])
    .find((id) => id !== undefined);
  const list = url.searchParams.get("list") ?? "";
  return [
    ...(channel === undefined ? [] : [`channel_id=${channel}`]),
    ...(/^(?:PL|UU|FL|OL)[\w-]{10,}$/.test(list) ? [`playlist_id=${list}`] : []),
  ].map((query) => `https://www.youtube.com/feeds/videos.xml?${query}`);
}

function soundCloud(html: string): string[] {
  const user = /soundcloud:(?:\/\/)?users:(\d{1,15})/.exec(html)?.[1];
  return user === undefined
    ? []
    : [`https://feeds.soundcloud.com/users/soundcloud:users:${user}/sounds.rss`];
}

/** A writer's page names the newsletter by its name on the platform. */
function substack(html: string): string[] {
  const name = /\\?"subdomain\\?":\s*\\?"([a-z0-9-]{1,63})\\?"/.exec(html)?.[1];
  return name === undefined ? [] : [`https://${name}.substack.com/feed`];
}
