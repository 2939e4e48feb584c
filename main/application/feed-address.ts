/** Addresses as people type them, and telling whether two of them are the same feed. Pure. */

const secureFirst = ["https:", "http:"];

/** Whether a server at this host is more likely to speak plain http: this machine or the house. */
function isHomely(host: string): boolean {
  return /^(?:localhost|\[?[\d.:]+\]?|[^.]+)(?::\d+)?$|\.(?:localhost|local|lan|home|internal)(?::\d+)?$/i.test(
    host,
  );
}

/**
 * The web addresses that someone may have meant, most likely first; none for what cannot be one.
 * Knows `feed:` links and addresses without a scheme.
 */
export function meantAddresses(typed: string): string[] {
  const text = typed.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, "");
  const bare = text.replace(/^(?:feed|rss|web\+feed):(?:\/\/)?/i, "");
  const withScheme = /^https?:\/\//i.test(bare);
  if (!withScheme && /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(bare)) return [];
  if (withScheme) {
    const url = URL.parse(bare);
    return url === null ? [] : [url.href];
  }
  const host = bare.split(/[/?#]/)[0] ?? "";
  // A single word is a name in the house ("nas") only where a path says that an address is meant.
  const isHost = /[.:]|^localhost$/.test(host) || bare.startsWith(`${host}/`);
  if (host === "" || /\s/.test(bare) || !isHost) return [];
  const schemes = isHomely(host) ? secureFirst.toReversed() : secureFirst;
  return schemes.flatMap((scheme) => URL.parse(`${scheme}//${bare}`)?.href ?? []);
}

/** A key that is equal for different spellings of one feed's address. */
export function addressKey(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const host = url.host.replace(/^www\./, "");
  const path = url.pathname.replace(/\/{2,}/g, "/").replace(/\/$/, "");
  return `${host}${path}${url.search}`;
}
