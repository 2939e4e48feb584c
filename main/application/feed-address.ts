/** Addresses as people type them, and telling whether two of them are the same feed. Pure. */
import { canonicalLink } from "../feeds/feeds.ts";
import { publicAddress } from "../fetching/fetching.ts";

const secureFirst = ["https:", "http:"];

/** Ways of writing that an address is a feed's, and what other programs put in front of one. */
const feedSchemes = /^(?:web\+feed|feed|rss|itpc|pcast|podcast|view-source):(?:\/\/)?(?=\S)/i;
/** `https:/`, `htp://`, `http//`, `https;//` and their like. */
const nearlyWeb = /^h?t?tps?\s?[:;]?\s?\/{1,3}\s?(?=[^\s/])|^https?[:;]\s?(?=[^\s/\d])/i;
/** What is left of the sentence, the mail or the program that an address was copied from. */
const junkBefore = /^[\s"'«»„“”‘’<>()[\]{}*_`|•·–—-]+/;
const junkAfter = /[\s"'«»„“”‘’<>)\]}*`|,;!…。、]+$|[.:]+$/;

/** Whether a server at this host is more likely to speak plain http: this machine or the house. */
function isHomely(host: string): boolean {
  return /^(?:localhost|\[?[\d.:]+\]?|[^.]+)(?::\d+)?$|\.(?:localhost|local|lan|home|internal)(?::\d+)?$/i.test(
    host,
  );
}

/**
 * The web addresses that someone may have meant, most likely first; none for what cannot be one.
 * Knows `feed:` links, addresses without a scheme or with a mistyped one, names of people on
 * Mastodon, and addresses inside pasted text.
 */
export function meantAddresses(typed: string): string[] {
  const name = nameOfPerson(typed.trim());
  if (name !== null) return [name];
  const text = cleaned(addressIn(typed));
  const bare = text.replace(feedSchemes, "").replace(/^\/\/(?=[^/])/, "");
  const scheme = /^(https?):\/\//i.exec(bare)?.[1]?.toLowerCase();
  const nearly = scheme === undefined ? nearlyWeb.exec(bare)?.[0] : undefined;
  if (scheme !== undefined) {
    const url = URL.parse(bare);
    return url === null ? [] : [url.href];
  }
  const rest = nearly === undefined ? bare : bare.slice(nearly.length);
  return withSchemes(rest);
}

function withSchemes(bare: string): string[] {
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(bare)) return [];
  const host = (bare.split(/[/?#]/)[0] ?? "").replace(/[。．｡]/g, ".");
  // A single word is a name in the house ("nas") only where a path says that an address is meant.
  const isHost = /[.:]|^localhost$/.test(host) || bare.startsWith(`${host}/`);
  if (host === "" || /\s/.test(bare) || !isHost) return [];
  const schemes = isHomely(host) ? secureFirst.toReversed() : secureFirst;
  return schemes.flatMap((scheme) => URL.parse(`${scheme}//${bare}`)?.href ?? []);
}

/** The address in a pasted text: a mail, a link of a page or of a note, a sentence. */
function addressIn(typed: string): string {
  const text = typed.trim();
  const link = /\bhref\s*=\s*["']([^"']+)["']/i.exec(text)?.[1];
  if (link !== undefined) return link;
  // Programs for mail break long lines.
  if (/^(?:[a-z+]+:)?https?:\/\/\S+$/i.test(text.replace(/[\r\n]+/g, ""))) {
    return text.replace(/[\r\n]+/g, "");
  }
  if (!/\s/.test(text)) {
    return /\]\((https?:\/\/[^)\s]+)\)/i.exec(text)?.[1] ?? text;
  }
  const inside = /\b(?:feed:)?https?:\/\/[^\s<>"'«»“”]+/i.exec(text)?.[0];
  if (inside !== undefined) return inside;
  // "example . com / feed", "https: //example.com": spaces that slipped in.
  const closed = text.replace(/\s*([./:])\s*/g, "$1");
  if (!/\s/.test(closed) && /^[^\s/]+\.[^\s]+$/.test(closed)) return closed;
  return (
    text.split(/\s+/).find((word) => /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(word)) ??
    text
  );
}

/** Without what stood around it; a bracket that belongs to the address stays. */
function cleaned(text: string): string {
  let address = text.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "").replace(junkBefore, "");
  // An address of numbers begins with a bracket.
  if (/^\s*\[[\da-f:.]+\]/i.test(text)) address = text.trim();
  for (;;) {
    const last = address.at(-1) ?? "";
    const isPaired =
      (last === ")" && address.includes("(")) || (last === "]" && address.includes("["));
    const shorter = isPaired ? address : address.replace(junkAfter, "");
    if (shorter === address) return address;
    address = shorter;
  }
}

/** `@ann@social.example` is a page there, `@ann.bsky.social` one on Bluesky, `r/news` on Reddit. */
function nameOfPerson(text: string): string | null {
  const fediverse = /^(?:acct:)?@([\w.-]+)@([\w-]+(?:\.[\w-]+)+(?::\d+)?)$/i.exec(text);
  if (fediverse !== null) {
    const [, name = "", host = ""] = fediverse;
    return `${isHomely(host) ? "http" : "https"}://${host}/@${name}`;
  }
  const bluesky = /^@([\w-]+\.bsky\.social)$/i.exec(text)?.[1];
  if (bluesky !== undefined) return `https://bsky.app/profile/${bluesky}`;
  const reddit = /^\/?([ru]\/[\w+-]{2,})\/?$/.exec(text)?.[1];
  return reddit === undefined ? null : `https://www.reddit.com/${reddit}`;
}

/**
 * A key that is equal for different spellings of one feed's address: scheme, `www.`, slashes,
 * fragment, order of the query, tracking, and whether its secrets are shown. The address that works
 * is what is asked.
 */
export function addressKey(address: string): string {
  const url = URL.parse(publicAddress(address));
  if (url === null) return address;
  url.hash = "";
  url.username = url.username.trim();
  // One service under several names.
  if (/^feeds\d?\.feedburner\.com$/.test(url.hostname)) {
    url.hostname = "feeds.feedburner.com";
    url.searchParams.delete("format");
  }
  if (url.pathname.startsWith("/feeds/posts/default")) {
    for (const name of ["alt", "redirect", "max-results", "start-index"]) {
      url.searchParams.delete(name);
    }
  }
  return canonicalLink(url.href);
}
