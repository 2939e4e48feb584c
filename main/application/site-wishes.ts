import {
  FetchError,
  isAllowed,
  rulesForUs,
  silences,
  type HttpClient,
} from "../fetching/fetching.ts";

/** How long what a site asks for is believed (RFC 9309, 2.4: no longer than a day). */
const believedFor = 24 * 3_600_000;
/** A site that could not say it is asked again after this. */
const unknownFor = 10 * 60_000;
/** Sites that are remembered. */
const sitesAtMost = 2_000;

type Rules = ReturnType<typeof rulesForUs>;

interface Wish {
  readonly until: number;
  /** Null: its server failed, so that nobody knows what it wants. */
  readonly rules: Promise<Rules | null>;
}

/** What sites ask of programs by their `robots.txt`: asked for once a day and site, when a page is wanted. */
export class SiteWishes {
  readonly #client: HttpClient;
  readonly #now: () => number;
  readonly #wishes = new Map<string, Wish>();

  constructor({ client, now }: { readonly client: HttpClient; readonly now: () => number }) {
    this.#client = client;
    this.#now = now;
  }

  /**
   * Whether a page may be asked for; null while its site cannot say. Rejects with a `FetchError` when
   * nobody answers there, or the site wants to be left alone.
   */
  async mayFetch(
    address: string,
    typedHost: string | null,
    signal: AbortSignal,
  ): Promise<boolean | null> {
    const url = URL.parse(address);
    if (url === null) return false;
    const known = this.#wishes.get(url.origin);
    let wish = known !== undefined && known.until > this.#now() ? known : null;
    if (wish === null) {
      wish = this.#ask(url.origin, typedHost, signal);
      this.#remember(url.origin, wish);
    }
    const rules = await wish.rules;
    return rules === null ? null : isAllowed(rules, address);
  }

  #ask(origin: string, typedHost: string | null, signal: AbortSignal): Wish {
    const rules = this.#read(origin, typedHost, signal);
    rules.catch(() => {
      // What nobody answered is asked for again with the next page.
      this.#wishes.delete(origin);
    });
    return { until: this.#now() + believedFor, rules };
  }

  async #read(
    origin: string,
    typedHost: string | null,
    signal: AbortSignal,
  ): Promise<Rules | null> {
    try {
      const { status, body } = await this.#client.fetch({
        address: `${origin}/robots.txt`,
        kind: "page",
        typedHost,
        signal,
      });
      if (body !== null) return rulesForUs(new TextDecoder().decode(body));
      if (status < 500 && status !== 429) return [];
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (error.code === "too-soon" || silences.includes(error.code)) throw error;
      // An endless redirect, a wrong certificate: the page itself will say what is wrong.
      return [];
    }
    this.#remember(origin, { until: this.#now() + unknownFor, rules: Promise.resolve(null) });
    return null;
  }

  #remember(origin: string, wish: Wish): void {
    this.#wishes.delete(origin);
    this.#wishes.set(origin, wish);
    const [oldest] = this.#wishes.keys();
    if (this.#wishes.size > sitesAtMost && oldest !== undefined) this.#wishes.delete(oldest);
  }
}
