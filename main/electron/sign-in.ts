import { BrowserWindow, session as sessions, type CookiesSetDetails, type Session } from "electron";
import { cookieHeader } from "./cookie-header.ts";
import { ourWindows } from "./our-windows.ts";
import { readSetCookie, type AskedCookie } from "./set-cookie.ts";
import { bareWindow, confineSession, confineSignIn } from "./sign-in-policy.ts";
import { frameTitle, mayNavigate, mayReach, type SiteRules } from "./sign-in-rules.ts";

/** A site that no sign-in window is opened for. `code` and `details` cross the bridge. */
export class RefusedSiteError extends Error {
  readonly code = "refused-address";
  readonly details: Readonly<Record<string, string>>;

  constructor(address: string) {
    super("the site is on this computer or a private network");
    this.name = "RefusedSiteError";
    this.details = { host: URL.parse(address)?.host ?? "" };
  }
}

/** Cookies "for the session" are kept so many seconds: a session here is not ended by a restart. */
const longestSession = 30 * 86_400;

interface Publisher {
  readonly session: Session;
  readonly windows: Set<Electron.BrowserWindow>;
  /** The host (with port) that the person typed, which may be on a private network. */
  typedHost: string | null;
  /** Resolves when the windows that are open now are closed. */
  signingIn: Promise<boolean> | null;
  /** Signed out while the windows were open: nothing of theirs is kept. */
  isSigningOut: boolean;
}

/** Publishers' browser sessions: `PublisherSessions` of the use cases. */
export class SignIn {
  readonly #rules: SiteRules;
  readonly #publishers = new Map<string, Publisher>();

  constructor(rules: SiteRules) {
    this.#rules = rules;
  }

  /** Shows an address in the site's session until that is closed: whether it has cookies then. */
  async signIn(site: string, startAddress: string, typedHost: string | null): Promise<boolean> {
    const publisher = this.#publisher(site);
    if (publisher.signingIn !== null) {
      for (const window of publisher.windows) window.focus();
      return publisher.signingIn;
    }
    publisher.typedHost = typedHost;
    publisher.isSigningOut = false;
    const lookUp = async (host: string): Promise<readonly string[]> =>
      (await publisher.session.resolveHost(host)).endpoints.map(({ address }) => address);
    const hasLeft = (): boolean => publisher.isSigningOut;
    publisher.signingIn = (async () => {
      const isAllowed =
        mayNavigate(startAddress, true) &&
        (await mayReach(startAddress, typedHost, this.#rules, lookUp));
      if (!isAllowed) throw new RefusedSiteError(startAddress);
      // Signed out while the host was looked up: a window now would be waited for.
      if (hasLeft()) return false;
      await showUntilClosed(publisher, startAddress);
      return !hasLeft() && (await keepSession(site, publisher, this.#rules));
    })();
    try {
      return await publisher.signingIn;
    } finally {
      publisher.signingIn = null;
    }
  }

  async cookiesFor(site: string, url: URL): Promise<string | null> {
    const { cookies } = this.#publisher(site).session;
    return cookieHeader(await cookies.get({ url: url.href }), url);
  }

  async keepCookies(site: string, url: URL, lines: readonly string[]): Promise<void> {
    const { cookies } = this.#publisher(site).session;
    const now = Date.now();
    for (const line of lines) {
      const asked = readSetCookie(line, url, now);
      if (asked === null) continue;
      if (asked.expires !== null && asked.expires * 1000 <= now)
        await cookies.remove(url.href, asked.name);
      // The browser's own rules may refuse it: a public suffix, a prefix of its name.
      else await cookies.set(cookieDetails(asked, url, now)).catch(() => undefined);
    }
    await cookies.flushStore();
  }

  /** Removes cookies, storage and caches of a site, and closes its windows. */
  async signOut(site: string): Promise<void> {
    const publisher = this.#publisher(site);
    const { session, windows, signingIn } = publisher;
    publisher.isSigningOut = true;
    for (const window of windows) window.destroy();
    await signingIn?.catch(() => undefined);
    await session.clearStorageData();
    await session.clearCache();
    await session.clearAuthCache();
    await session.cookies.flushStore();
  }

  #publisher(site: string): Publisher {
    let publisher = this.#publishers.get(site);
    if (publisher === undefined) {
      const session = sessions.fromPartition(`persist:publisher-${site}`);
      const made: Publisher = {
        session,
        windows: new Set(),
        typedHost: null,
        signingIn: null,
        isSigningOut: false,
      };
      confineSession(session, () => made.typedHost, this.#rules);
      this.#publishers.set(site, made);
      publisher = made;
    }
    return publisher;
  }
}

/** Opens the window; resolves when it, and all that its pages opened, are closed. */
async function showUntilClosed({ session, windows }: Publisher, address: string): Promise<void> {
  const window = new BrowserWindow({
    ...bareWindow,
    title: frameTitle(address),
    webPreferences: { ...bareWindow.webPreferences, session },
  });
  confineSignIn(window, windows);
  // Without the reader's window it has nobody to come back to.
  const close = (): void => {
    window.destroy();
  };
  const owners = ourWindows();
  for (const owner of owners) owner.once("closed", close);
  // A page that cannot be loaded says so in the window; it is closed like any other.
  window.loadURL(address).catch(() => undefined);
  await new Promise<void>((resolve) => {
    window.once("closed", resolve);
  });
  for (const owner of owners) owner.off("closed", close);
  for (const child of windows) child.destroy();
}

/** Makes the site's own cookies outlive this run. Resolves to whether there are any. */
async function keepSession(
  site: string,
  { session }: Publisher,
  { siteOf }: SiteRules,
): Promise<boolean> {
  const expirationDate = Math.floor(Date.now() / 1000) + longestSession;
  let hasCookies = false;
  for (const cookie of await session.cookies.get({})) {
    const { name, value, domain = "", hostOnly, path, secure, httpOnly, sameSite } = cookie;
    const host = domain.replace(/^\./, "");
    const url = `${secure === true ? "https" : "http"}://${host}${path ?? "/"}`;
    if (siteOf(url) !== site) continue;
    hasCookies = true;
    if (cookie.session !== true) continue;
    const details: CookiesSetDetails = {
      ...{ url, name, value, sameSite, expirationDate },
      ...(hostOnly !== true && { domain: host }),
      ...(path !== undefined && { path }),
      ...(secure !== undefined && { secure }),
      ...(httpOnly !== undefined && { httpOnly }),
    };
    await session.cookies.set(details).catch(() => undefined);
  }
  await session.cookies.flushStore();
  return hasCookies;
}

function cookieDetails(asked: AskedCookie, url: URL, now: number): CookiesSetDetails {
  const { name, value, domain, path, secure, httpOnly, sameSite, expires } = asked;
  return {
    ...{ url: url.href, name, value, path, secure, httpOnly, sameSite },
    ...(domain !== null && { domain }),
    expirationDate: expires ?? Math.floor(now / 1000) + longestSession,
  };
}
