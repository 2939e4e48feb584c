/** What the pages of a sign-in window may do. Pure. */

/** Where addresses belong, as the rest of the program sees it too. */
export interface SiteRules {
  /** The registrable domain of an http(s) address, else its bare host; null for all others. */
  readonly siteOf: (address: string) => string | null;
  /** Whether an IP address is one of the public internet. */
  readonly isPublicAddress: (address: string) => boolean;
}

const isWeb = (address: string): boolean => /^https?:$/.test(URL.parse(address)?.protocol ?? "");

/** Whether a page or a frame may go there: the web, and the empty pages that frames begin with. */
export function mayNavigate(address: string, isMainFrame: boolean): boolean {
  if (isWeb(address)) return true;
  return address === "about:blank" || (!isMainFrame && address === "about:srcdoc");
}

/** Whether a page may open a window there; windows that it fills itself begin empty. */
export function mayOpen(address: string, openWindows: number): boolean {
  return (
    openWindows < mostWindows && (isWeb(address) || address === "about:blank" || address === "")
  );
}

/** A sign-in with somebody else takes one more, rarely two. */
const mostWindows = 4;

/** What pages may ask for: the web, and what they hold themselves. */
export const mayRequest = (address: string): boolean =>
  /^(?:https?|wss?|data|blob|about):/i.test(address);

/** Names that are never on the public internet (RFC 6761, 6762, 8375; ICANN for `internal`). */
const privateName = /(?:^|\.)(?:localhost|local|internal|home\.arpa|lan)$|^[^.]+$/i;

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$|\.$/g, "");
const isNumber = (host: string): boolean => /^[\d.]+$|:/.test(host);

/**
 * Whether a page may reach a host: one of the public internet, or the very host that the person
 * typed, with its neighbours where that one is plainly private. `lookUp` resolves a name; one that
 * cannot be resolved here may be known to a proxy, and reaches nothing otherwise.
 */
export async function mayReach(
  address: string,
  typedHost: string | null,
  { siteOf, isPublicAddress }: SiteRules,
  lookUp: (host: string) => Promise<readonly string[]>,
): Promise<boolean> {
  const url = URL.parse(address.replace(/^ws/i, "http"));
  if (url === null || !isWeb(url.href)) return true;
  const typed = typedHost === null ? null : URL.parse(`http://${typedHost}/`);
  if (url.host === typedHost) return true;
  const isPlainlyPrivate = (host: string): boolean =>
    isNumber(host) ? !isPublicAddress(host) : privateName.test(host);
  if (typed !== null && isPlainlyPrivate(hostOf(typed)) && siteOf(url.href) === siteOf(typed.href))
    return true;
  const host = hostOf(url);
  if (isPlainlyPrivate(host)) return false;
  if (isNumber(host)) return true;
  const found = await lookUp(host).catch(() => []);
  return found.every(isPublicAddress);
}

/** What stands in a window's frame: the host that is shown, so that nobody types blindly. */
export function frameTitle(address: string): string {
  const url = URL.parse(address);
  if (url === null || !isWeb(address)) return "Sign in";
  return url.protocol === "https:" ? url.host : `${url.host} — not encrypted`;
}
