/**
 * What makes an item the same item on the next visit. Rules and their sources: FEEDS.md, "Item
 * identity"; changing them makes every article of every reader new again, so do not.
 */
import { hash } from "node:crypto";

/** What identity is made from. */
export interface Identifiable {
  readonly id: string | null;
  readonly link: string | null;
  readonly published: number | null;
  readonly title: string;
  readonly summary: string;
  readonly content: string;
}

export interface Identity {
  readonly key: string;
  readonly aliases: readonly string[];
}

/** Ids longer than this are stored as their hash. */
const maximumKeyLength = 300;

/** Query parameters that say where a visitor came from, not what is shown. */
const trackingParameter =
  /^(?:utm_\w*|at_(?:medium|campaign|custom\d|format|link_\w+)|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|ref_?src|cmpid|ns_(?:mchannel|source|campaign|linkname|fee)|wt\.?mc\w*|xtor|partner|feature=youtu.*|_ga|__twitter_impression|soc_src|soc_trk|guccounter|spm|trk|wpmp_switcher)$/i;

/**
 * A link in the one spelling under which we compare: no scheme, `www.`, trailing slash or tracking.
 * Not an address to be fetched.
 */
export function canonicalLink(link: string): string {
  const url = URL.parse(link);
  if (url === null) return link.trim();
  const host = url.host.replace(/^www\./, "");
  const path = url.pathname.replace(/\/+$/, "").replace(/\/{2,}/g, "/");
  const query = canonicalQuery(url.search);
  return `${host}${path}${query}${url.hash === "#" ? "" : url.hash}`;
}

function canonicalQuery(search: string): string {
  if (search.length < 2) return "";
  const kept = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !trackingParameter.test(pair.split("=", 1)[0] ?? ""));
  return kept.length === 0 ? "" : `?${kept.sort().join("&")}`;
}

/** The identities of a document's items, in their order. Items that are equal in all get one key. */
export function identify(items: readonly Identifiable[], site: string | null): Identity[] {
  const links = items.map(({ link }) => (link === null ? null : canonicalLink(link)));
  const home = site === null ? null : canonicalLink(site);
  const timesUsed = countOf(links);
  const keys = distinctKeys(items, links);
  return items.map((item, index) => {
    const key = keys[index] ?? "";
    const link = links[index] ?? null;
    // A link that several items share, or that leads to the front page, tells nothing.
    const isTelling =
      link !== null && timesUsed.get(link) === 1 && link !== home && link.includes("/");
    const aliases = new Set<string>(idAliases(item.id));
    if (isTelling) aliases.add(linkKey(link));
    if (isTelling && item.published !== null) aliases.add(linkKey(link, item.published));
    aliases.delete(key);
    return { key, aliases: [...aliases] };
  });
}

/** Ids repeated in one document are told apart by link, then title, then text; never by position. */
function distinctKeys(items: readonly Identifiable[], links: readonly (string | null)[]): string[] {
  let keys = items.map((item, index) => baseKey(item, links[index] ?? null));
  const additions: ((index: number) => string)[] = [
    (index) => links[index] ?? "",
    (index) => shortHash(items[index]?.title ?? ""),
    (index) => shortHash(`${items[index]?.content ?? ""}\n${items[index]?.summary ?? ""}`),
  ];
  for (const addition of additions) {
    const counts = countOf(keys);
    if (counts.size === keys.length) break;
    keys = keys.map((key, index) =>
      (counts.get(key) ?? 0) > 1 ? shortened(`${key}|${addition(index)}`) : key,
    );
  }
  return keys;
}

function baseKey(item: Identifiable, link: string | null): string {
  if (item.id !== null) return shortened(item.id);
  if (link !== null) return linkKey(link, item.published);
  if (item.title !== "" && item.published !== null) {
    return `title:${shortHash(`${item.title}\n${item.published}`)}`;
  }
  return `text:${shortHash(`${item.title}\n${item.content}\n${item.summary}`)}`;
}

function linkKey(link: string, published: number | null = null): string {
  return shortened(published === null ? `link:${link}` : `link:${link}|${published}`);
}

/** An id that is an address may come back with the other scheme, or with none. */
function idAliases(id: string | null): string[] {
  const match = /^(https?):\/\/(.+)$/is.exec(id ?? "");
  if (match?.[1] === undefined || match[2] === undefined) return [];
  const other = match[1].toLowerCase() === "http" ? "https" : "http";
  return [shortened(`${other}://${match[2]}`)];
}

function shortened(key: string): string {
  return key.length <= maximumKeyLength ? key : `hash:${shortHash(key)}`;
}

function shortHash(text: string): string {
  return hash("sha256", text, "hex").slice(0, 32);
}

function countOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
