/**
 * Which vocabulary an element belongs to. Feeds declare the same namespace under many prefixes and
 * addresses, or use the usual prefix without declaring it; all of them get one canonical prefix.
 */

/** Namespace addresses without scheme and trailing `/` or `#`, in lower case → canonical prefix. */
const canonicalPrefixes = new Map<string, string>([
  // RSS itself: its elements have no prefix.
  ["purl.org/rss/1.0", ""],
  ["my.netscape.com/rdf/simple/0.9", ""],
  ["channel.netscape.com/rdf/simple/0.9", ""],
  ["purl.org/net/rss1.1", ""],
  ["backend.userland.com/rss", ""],
  ["backend.userland.com/rss2", ""],
  ["backend.userland.com/rss091", ""],
  ["blogs.law.harvard.edu/tech/rss", ""],
  ["cyber.law.harvard.edu/rss", ""],
  ["my.netscape.com/publish/formats/rss-0.91.dtd", ""],
  ["www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"],
  ["www.w3.org/2005/atom", "atom"],
  ["purl.org/atom/ns", "atom"],
  ["purl.org/dc/elements/1.1", "dc"],
  ["purl.org/dc/elements/1.0", "dc"],
  ["purl.org/dc/terms", "dcterms"],
  ["purl.org/rss/1.0/modules/content", "content"],
  ["purl.org/rss/1.0/modules/syndication", "sy"],
  ["purl.org/rss/1.0/modules/slash", "slash"],
  ["purl.org/syndication/thread/1.0", "thr"],
  ["wellformedweb.org/commentapi", "wfw"],
  ["www.georss.org/georss", "georss"],
  ["www.georss.org/georss/10", "georss"],
  ["www.opengis.net/gml", "gml"],
  ["www.w3.org/2003/01/geo/wgs84_pos", "geo"],
  ["podcastindex.org/namespace/1.0", "podcast"],
  ["search.yahoo.com/mrss", "media"],
  ["search.yahoo.com/search/mrss", "media"],
  ["video.search.yahoo.com/mrss", "media"],
  ["tools.search.yahoo.com/mrss", "media"],
  ["www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["www.apple.com/itunes/store/podcast-1.0.dtd", "itunes"],
  ["example.com/dtds/podcast-1.0.dtd", "itunes"],
  ["www.google.com/schemas/play-podcasts/1.0", "googleplay"],
  ["rssnamespace.org/feedburner/ext/1.0", "feedburner"],
  ["www.w3.org/1999/xhtml", "xhtml"],
  ["www.w3.org/2000/svg", "svg"],
  ["www.w3.org/1998/math/mathml", "mathml"],
  ["www.w3.org/xml/1998/namespace", "xml"],
]);

/** Usual prefixes that differ from the canonical one. */
const usualPrefixes = new Map<string, string>([
  ["a", "atom"],
  ["a10", "atom"],
  ["html", "xhtml"],
  ["xh", "xhtml"],
  ["mrss", "media"],
]);

/** The declarations in force at an element. */
export interface Scope {
  readonly parent: Scope | null;
  /** Prefix → namespace address as declared here; "" is the default namespace. */
  readonly declared: ReadonlyMap<string, string>;
  /** Canonical names already worked out in this scope, by raw name. */
  readonly names: Map<string, string>;
}

export function createScope(parent: Scope | null, declared: ReadonlyMap<string, string>): Scope {
  return { parent, declared, names: new Map() };
}

/** The address that a prefix stands for, or undefined when it is not declared. */
export function namespaceOf(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const address = at.declared.get(prefix);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** One spelling for the addresses of one namespace. */
function withoutSpellings(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/#]+$/, "");
}

function canonicalPrefix(address: string): string | undefined {
  return canonicalPrefixes.get(withoutSpellings(address));
}

/** The vocabulary of the root element; its elements carry no prefix. */
export interface Home {
  readonly prefix: string;
  readonly address: string | undefined;
  /** Atom's own elements are at home in an Atom document under every prefix. */
  readonly isAtom: boolean;
}

/** The canonical name of an element: `dc:creator`, `title`. */
export function canonicalName(raw: string, scope: Scope, home: Home): string {
  const known = scope.names.get(raw);
  if (known !== undefined) return known;
  const colon = raw.indexOf(":");
  const prefix = raw.slice(0, Math.max(colon, 0));
  const local = raw.slice(colon + 1);
  const canonical = prefixFor(prefix, namespaceOf(scope, prefix), home);
  const name = canonical === "" ? local : `${canonical}:${local}`;
  scope.names.set(raw, name);
  return name;
}

function prefixFor(prefix: string, address: string | undefined, home: Home): string {
  if (prefix === home.prefix && address === home.address) return "";
  // Undeclared, or declared with an address nobody else uses: believe the prefix.
  const declared = address === undefined ? undefined : canonicalPrefix(address);
  const canonical = declared ?? usualPrefixes.get(prefix) ?? prefix;
  return home.isAtom && canonical === "atom" ? "" : canonical;
}
