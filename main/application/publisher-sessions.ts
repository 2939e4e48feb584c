/**
 * Where people are signed in at publishers': a browser session a site, apart from all others and
 * from the program's own. A site is the registrable domain that `siteOf` gives.
 */
export interface PublisherSessions {
  /**
   * Shows an http(s) address in an isolated window of the site's session, until that is closed.
   * Asked again meanwhile, it brings the window to the front. Resolves to whether the site has
   * cookies then. `typedHost`: the host (with port) that the person typed, whose site may be on a
   * private network.
   */
  signIn(site: string, startAddress: string, typedHost: string | null): Promise<boolean>;
  /**
   * The header `Cookie` for an address (RFC 6265, 5.4), or null. The caller has seen to it that the
   * address is the site's own.
   */
  cookiesFor(site: string, url: URL): Promise<string | null>;
  /** Takes in what an answer of the site's own set by `Set-Cookie`: sessions are renewed that way. */
  keepCookies(site: string, url: URL, lines: readonly string[]): Promise<void>;
  /** Removes the session's cookies, storage and caches; closes its windows. */
  signOut(site: string): Promise<void>;
}
