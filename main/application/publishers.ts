import type { FeedId, SignIn } from "../../preload/contract/contract.ts";
import { siteOf, type FetchRequest } from "../fetching/fetching.ts";
import type { Feed, Visit } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import { RequestError } from "./request-error.ts";
import { SignInRecords } from "./sign-in-records.ts";

/** What a request is given so that it goes as the person who is signed in. */
export type SignedInRequest = Required<Pick<FetchRequest, "cookies" | "setCookies">>;

/** The site at which a title's readers sign in: that of its pages, else of its feed. */
const siteOfTitle = (feed: Feed): string | null => siteOf(feed.site ?? "") ?? siteOf(feed.address);

type Options = Pick<Collaborators, "library" | "sessions" | "vault" | "announce" | "log" | "now">;

/** The publishers that the person is signed in to, and what of theirs may go with which request. */
export class Publishers {
  readonly #options: Options;
  readonly #records: SignInRecords;
  /** Sites that are being signed out of. */
  readonly #ending = new Set<string>();

  constructor(options: Options) {
    this.#options = options;
    this.#records = new SignInRecords(options.vault);
  }

  async list(): Promise<SignIn[]> {
    return Promise.all(
      this.#records.sites().map(async (site) => {
        const titles = await this.titlesOf(site);
        const { since } = await this.#records.of(site);
        return { site, since, feedIds: titles.map(({ id }) => id) };
      }),
    );
  }

  /** Whether a sign-in is used for a title. */
  isSignedIn(feed: Feed): boolean {
    if (this.#records.isEmpty) return false;
    const site = siteOfTitle(feed);
    if (site === null || !this.#records.has(site)) return false;
    return siteOf(feed.address) === site || this.#records.titlesOf(site).includes(feed.id);
  }

  /** The followed titles for which a site's sign-in is used. */
  async titlesOf(site: string): Promise<Feed[]> {
    const here = this.#options.library.feeds
      .followed()
      .filter((feed) => siteOfTitle(feed) === site);
    const isUsed = await Promise.all(here.map((feed) => this.#isUsedFor(feed, site)));
    return here.filter((_, index) => isUsed[index]);
  }

  /**
   * What goes with requests for a title's pages and pictures; null when nobody is signed in there.
   * Cookies reach the sign-in's own site and nobody else, whoever redirects there or from there:
   * it is asked anew on every hop.
   */
  cookiesForTitle(feedId: FeedId): SignedInRequest | null {
    // Asked at every visit: most people are signed in nowhere.
    if (this.#records.isEmpty) return null;
    const { sessions, library, log } = this.#options;
    const feed = library.feeds.get(feedId);
    const site = feed === undefined ? null : siteOfTitle(feed);
    if (feed === undefined || site === null || !this.#records.has(site)) return null;
    const isTheirs = async (url: URL): Promise<boolean> =>
      siteOf(url) === site && (await this.#isUsedFor(feed, site));
    return {
      cookies: async (url) => {
        try {
          return (await isTheirs(url)) ? await sessions.cookiesFor(site, url) : null;
        } catch (error) {
          log(`reading cookies of ${site}`, error);
          return null;
        }
      },
      setCookies: async (url, lines) => {
        try {
          if (await isTheirs(url)) await sessions.keepCookies(site, url, lines);
        } catch (error) {
          log(`keeping cookies of ${site}`, error);
        }
      },
    };
  }

  /** Lets the person sign in to a title's publisher; resolves when the window is closed. */
  async signIn(feedId: FeedId): Promise<{ signedIn: boolean; site: string }> {
    const { library, sessions, now, announce } = this.#options;
    const feed = library.feeds.get(feedId);
    if (feed === undefined) throw new RequestError("not-found", "no such title");
    const site = siteOfTitle(feed);
    if (site === null) throw new RequestError("bad-address", "the title has no web address");
    const home = siteOf(feed.site ?? "") === null ? null : feed.site;
    const start = home ?? new URL("/", feed.address).href;
    // Noted before there are cookies, so that none are left that nobody knows of and can remove.
    const wasSignedIn = this.#records.has(site);
    await this.#records.add(site, feedId, now());
    let signedIn = wasSignedIn;
    try {
      signedIn = await sessions.signIn(site, start, feed.typedHost);
    } finally {
      if (!signedIn) await this.signOut(site);
    }
    // A new sign-in may help where the one before did not.
    if (signedIn) await this.#note(site, (before) => (before === "useless" ? null : before));
    announce("sources.changed", {});
    return { signedIn, site };
  }

  /** Signs out; the publisher knows nobody here any more. */
  async signOut(site: string): Promise<void> {
    this.#ending.add(site);
    try {
      await this.#options.sessions.signOut(site);
      if (!this.#records.has(site)) return;
      await this.#note(site, () => null);
      await this.#records.remove(site);
      this.#options.announce("sources.changed", {});
    } finally {
      this.#ending.delete(site);
    }
  }

  /**
   * A feed says itself where its site is, so anybody's feed could claim a publisher at which the
   * person is signed in, and have that publisher's addresses asked in the person's name. Its
   * sign-in is used only for titles that come from there, and where the person chose to sign in.
   */
  async #isUsedFor(feed: Feed, site: string): Promise<boolean> {
    // The person may be signing out meanwhile.
    if (!this.#records.has(site) || this.#ending.has(site)) return false;
    if (siteOf(feed.address) === site) return true;
    return (await this.#records.of(site)).feedIds.includes(feed.id);
  }

  /** What is known of a sign-in's use for feeds. */
  async #note(site: string, next: (before: Visit["signIn"]) => Visit["signIn"]): Promise<void> {
    const { library } = this.#options;
    if (library.readOnly) return;
    const titles = library.feeds.followed().filter((feed) => siteOfTitle(feed) === site);
    const changed = titles.flatMap(({ id }) => {
      const visit = library.visits.of(id);
      if (visit === undefined || next(visit.signIn) === visit.signIn) return [];
      return [{ ...visit, signIn: next(visit.signIn) }];
    });
    if (changed.length > 0) await library.visits.record(changed);
  }
}
