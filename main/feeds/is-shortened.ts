import { getDomainWithoutSuffix } from "tldts";
import { plainText } from "./text.ts";
import type { ParsedFeed, ParsedItem } from "./types.ts";

/** Items that are looked at, the newest; fewer than the second number tell nothing. */
const itemsAtMost = 12;
const itemsAtLeast = 3;
/** Characters of HTML that are looked at: whoever gives more gives the article. */
const longestLook = 20_000;
/** Letters of a text that may be a whole short article; scripts of syllables and words need fewer. */
const wholeLetters = 1500;
const wholeSigns = 500;
/** Fewer letters than these are a teaser, however they end. */
const teaserLetters = 600;
const teaserSigns = 200;
/** The share of items that must be cut short. */
const clearShare = 0.7;
/** The share of items that lead to one site, which then is the title's. */
const homeShare = 0.8;

const signs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const letters = /\p{L}/gu;
/** Sites whose pages are films, threads and lists rather than articles. */
const withoutArticles: ReadonlySet<string> = new Set(
  "youtube vimeo dailymotion reddit ycombinator github gitlab flickr google craigslist".split(" "),
);
/** A text that breaks off, or says that there is more elsewhere. */
const breaksOff =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|»|→|>>)\s*$|(?:read|continue|keep) (?:more|reading|on)\b[^.]{0,60}$|weiterlesen[^.]{0,60}$|mehr (?:lesen|dazu)[^.]{0,40}$|lire (?:la suite|plus)[^.]{0,60}$|(?:leer|seguir leyendo|sigue leyendo|ler|leia) m[aá]i?s[^.]{0,60}$|leggi (?:tutto|di pi[uù]|l['’]articolo)[^.]{0,60}$|lees (?:meer|verder)[^.]{0,60}$|l[aä]s mer[^.]{0,60}$|читать (?:далее|дал[ьі]ше|полностью)[^.]{0,60}$|czytaj (?:dalej|wi[eę]cej)[^.]{0,60}$|続きを読む|全文を読む|阅读全文|閱讀全文|اقرأ المزيد|(?:the post .{1,300} appeared first on .{1,120}$)/iu;

/**
 * Whether a feed clearly gives only the beginnings of its articles, so that their pages have to be
 * read for the rest; null when it holds too little to tell. What needs no text (a picture, a sound,
 * a film), what is as short as its headline (a note), and what points to other publishers is not
 * cut short.
 */
export function isShortened({ items, link }: Pick<ParsedFeed, "items" | "link">): boolean | null {
  const looked = items.slice(0, itemsAtMost);
  if (looked.length < itemsAtLeast) return null;
  const home = homeOf(looked) ?? siteName(link);
  const cut = looked.filter((item) => isCut(item, home)).length;
  return cut / looked.length >= clearShare;
}

function isCut(item: ParsedItem, home: string): boolean {
  if (item.link === null || item.title.trim() === "") return false;
  if (item.enclosures.some(({ type }) => /^(?:audio|video)\//.test(type))) return false;
  // A list of links to others: their pages are not this title's articles.
  const site = siteName(item.link);
  if ((home !== "" && site !== home) || withoutArticles.has(site)) return false;
  const html = item.content.length >= item.summary.length ? item.content : item.summary;
  if (/<(?:iframe|video|audio|object|embed)\b/i.test(html)) return false;
  if (html.length > longestLook) return false;
  const text = plainText(html).trim();
  const signCount = text.match(signs)?.length ?? 0;
  const letterCount = (text.match(letters)?.length ?? 0) - signCount;
  const whole = letterCount / wholeLetters + signCount / wholeSigns;
  if (whole >= 1) return false;
  if (letterCount + signCount === 0) return !html.includes("<img");
  // A note whose headline is its own beginning.
  if (isBeginning(item.title, text)) return false;
  return breaksOff.test(text) || letterCount / teaserLetters + signCount / teaserSigns < 1;
}

/** The site to which nearly all items lead: many feeds say a site that their titles left long ago. */
function homeOf(items: readonly ParsedItem[]): string | null {
  const counts = new Map<string, number>();
  for (const { link } of items) {
    const site = siteName(link);
    counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most !== undefined && most[0] !== "" && most[1] / items.length >= homeShare
    ? most[0]
    : null;
}

/** The name of the site, the same for `bbc.com` and `bbc.co.uk`. */
function siteName(address: string | null): string {
  return getDomainWithoutSuffix(address ?? "") ?? "";
}

function isBeginning(title: string, text: string): boolean {
  const plain = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const start = plain(title.replace(/(?:…|\.\.\.)\s*$/, "")).slice(0, 60);
  return start !== "" && plain(text).startsWith(start);
}
