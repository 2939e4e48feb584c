/**
 * Addresses of well-known platforms, whose feeds stand where a rule says. Only addresses of the very
 * service that was named come out; nobody else is ever asked about it.
 */
import { forgeRules } from "./forges.ts";
import { knowledgeRules } from "./knowledge.ts";
import { isUnder, placeOf, type Place, type PlatformAnswer } from "./platform.ts";

import { socialRules } from "./social.ts";
import { videoRules } from "./videos.ts";
import { writingRules } from "./writing.ts";

export type { PlatformAnswer } from "./platform.ts";

/** Platforms that closed their doors to readers, by host. */
const closed = new Map([
  ["facebook.com", "Facebook"],
  ["fb.com", "Facebook"],
  ["instagram.com", "Instagram"],
  ["threads.net", "Threads"],
  ["threads.com", "Threads"],
  ["twitter.com", "X"],
  ["x.com", "X"],
  ["linkedin.com", "LinkedIn"],
  ["tiktok.com", "TikTok"],
  ["twitch.tv", "Twitch"],
  ["open.spotify.com", "Spotify"],
  ["music.apple.com", "Apple Music"],
  ["discord.com", "Discord"],
  ["t.me", "Telegram"],
  ["news.google.com", "Google News"],
]);

/** Platforms whose pages name the feed somewhere, but where guessing is of no use. */
const looked = new Map([
  ["podcasts.apple.com", "Apple Podcasts"],
  ["soundcloud.com", "SoundCloud"],
]);

const rules = [...videoRules, ...socialRules, ...forgeRules, ...writingRules, ...knowledgeRules];

/** What is known of an address by itself; null when it is not of a known platform, or a feed's. */
export function platformOf(address: string): PlatformAnswer | null {
  const place = placeOf(address);
  if (place === null) return null;
  for (const rule of rules) {
    const answer = rule(place);
    if (answer !== null) return answer;
  }
  return byHost(place);
}

function byHost({ host, url }: Place): PlatformAnswer | null {
  // Google News has feeds at addresses that only those know who know them.
  if (url.pathname.startsWith("/rss")) return null;
  for (const [domain, platform] of looked) {
    if (isUnder(host, domain)) return { kind: "page", platform };
  }
  for (const [domain, platform] of closed) {
    if (isUnder(host, domain)) return { kind: "none", platform };
  }
  return null;
}
