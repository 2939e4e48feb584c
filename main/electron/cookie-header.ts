/** A stored cookie, as Electron describes it. */
export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  readonly domain?: string;
  /** True: for that very host, not those below it. */
  readonly hostOnly?: boolean;
  readonly path?: string;
  readonly secure?: boolean;
}

/** RFC 6265, 5.1.4. */
function coversPath(cookiePath: string, path: string): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return (
    cookiePath.endsWith("/") || path.length === cookiePath.length || path[cookiePath.length] === "/"
  );
}

/** RFC 6265, 5.1.3; an IP address has nothing below it. */
function coversHost({ domain = "", hostOnly }: StoredCookie, host: string): boolean {
  const name = domain.replace(/^\./, "").toLowerCase();
  if (name === host) return true;
  const isName = !/^[\d.]+$|^\[/.test(host);
  return hostOnly !== true && name !== "" && isName && host.endsWith(`.${name}`);
}

/** What could end the header, or the cookie, early. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const unsendable = /[\u0000-\u001f\u007f;]/;

/**
 * The header `Cookie` for an address (RFC 6265, 5.4): those of its host and path, the longest paths
 * first, secure ones over https only; null when there are none. What the store hands out for an
 * address is looked through once more: a cookie that goes astray cannot be called back.
 */
export function cookieHeader(cookies: readonly StoredCookie[], url: URL): string | null {
  const fitting = cookies.filter(
    (cookie) =>
      coversHost(cookie, url.hostname) &&
      coversPath(cookie.path ?? "/", url.pathname) &&
      (cookie.secure !== true || url.protocol === "https:") &&
      !unsendable.test(cookie.name + cookie.value),
  );
  if (fitting.length === 0) return null;
  return fitting
    .toSorted((one, other) => (other.path ?? "/").length - (one.path ?? "/").length)
    .map(({ name, value }) => (name === "" ? value : `${name}=${value}`))
    .join("; ");
}
