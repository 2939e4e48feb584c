import { chooseIcons, manifestToAsk, type PageIcons } from "../feeds/feeds.ts";
import type { Feed, StoredIcon } from "../library/library.ts";
import { WorkerError, type WorkerPool } from "../workers/workers.ts";
import type { IconFetcher, Miss } from "./icon-fetcher.ts";
import type { IconSite } from "./icon-site.ts";
import type { SitePages } from "./site-pages.ts";

/** Requests for pictures that one look may cost. */
const picturesAtMost = 3;

export interface Looking {
  readonly fetcher: IconFetcher;
  readonly pages: SitePages;
  readonly workers: WorkerPool;
  readonly signal: AbortSignal;
}

/** What is known of a site's own icon: it, that there is none, or nothing yet. */
export type SiteIcon = Omit<StoredIcon, "lookedAt"> | "none" | "unknown";

/** What a look came to. Where it is to be done again later, nothing is known. */
export type LookOutcome = Omit<StoredIcon, "lookedAt"> | Exclude<Miss, "none">;

const nothing = { media: null, dark: null, from: null };

/**
 * One look for a title's icon: a page of its site at most, a manifest at most, three pictures at
 * most. Rejects when a picture could not be stored.
 */
export class IconLook {
  readonly #feed: Feed;
  readonly #site: IconSite;
  readonly #looking: Looking;
  #picturesLeft = picturesAtMost;
  #miss: Miss = "none";

  constructor(feed: Feed, site: IconSite, looking: Looking) {
    this.#feed = feed;
    this.#site = site;
    this.#looking = looking;
  }

  /** `siteIcon`: what other titles' looks have told of the site. */
  async find(siteIcon: SiteIcon): Promise<LookOutcome> {
    const { publisherIcon, publisherImage } = this.#feed;
    const own = chooseIcons({
      page: null,
      manifest: [],
      site: null,
      publisherIcon,
      publisherImage,
    });
    if (this.#site.isPlatform || siteIcon === "none") {
      const found = await this.#firstOf(own.icons);
      if (found !== null) return { ...found, dark: null };
    }
    if (typeof siteIcon !== "string") return siteIcon;
    const found = siteIcon === "none" ? null : await this.#findAtSite();
    if (found !== null) return found;
    return this.#miss === "none" ? nothing : this.#miss;
  }

  async #findAtSite(): Promise<LookOutcome | null> {
    const { publisherIcon, publisherImage } = this.#feed;
    const { frontPage } = this.#site;
    const page = await this.#page();
    // Where nobody answers for the page nobody would answer for a picture.
    if (page === "later" || page === "silent") return page;
    const manifest = await this.#manifest(page);
    const sources = { page, manifest, site: frontPage, publisherIcon, publisherImage };
    const { icons, dark } = chooseIcons(sources);
    const found = await this.#firstOf(icons);
    if (found === null) return null;
    return { ...found, dark: (await this.#firstOf(dark.slice(0, 1)))?.media ?? null };
  }

  /** What the site's page names; null when there is no page to be had. */
  async #page(): Promise<PageIcons | null | Exclude<Miss, "none">> {
    const { pages, fetcher } = this.#looking;
    const { name, frontPage } = this.#site;
    const kept = pages.of(name);
    if (kept !== null) return kept;
    const resource = await fetcher.document(frontPage, this.#feed.typedHost);
    if (resource === "none") return null;
    if (typeof resource === "string") return resource;
    const page = await this.#read(resource, "page");
    if (page !== null) pages.keep(frontPage, page);
    return page;
  }

  async #manifest(page: PageIcons | null): Promise<PageIcons["icons"]> {
    const address = manifestToAsk(page);
    if (address === null) return [];
    const resource = await this.#looking.fetcher.document(address, this.#feed.typedHost);
    if (typeof resource === "string") return [];
    return (await this.#read(resource, "manifest"))?.icons ?? [];
  }

  async #read(
    document: { readonly body: Uint8Array; contentType: string | null; address: string },
    kind: "page" | "manifest",
  ): Promise<PageIcons | null> {
    const { workers, signal } = this.#looking;
    const { body: bytes, contentType, address } = document;
    try {
      return await workers.run("findIcons", { bytes, contentType, address, kind }, { signal });
    } catch (error) {
      if (error instanceof WorkerError) return null;
      throw error;
    }
  }

  /** The first of some addresses that gives an icon. */
  async #firstOf(addresses: readonly string[]): Promise<Omit<StoredIcon, "lookedAt"> | null> {
    const { fetcher } = this.#looking;
    for (const address of addresses) {
      if (!fetcher.has(address)) {
        if (this.#picturesLeft === 0) break;
        this.#picturesLeft -= 1;
      }
      const outcome = await fetcher.icon(address, this.#feed.typedHost);
      if (typeof outcome !== "string") {
        // An address with the picture inside is too long to be kept.
        const from = address.startsWith("data:") ? this.#site.frontPage : address;
        return { media: outcome.media, dark: null, from };
      }
      if (outcome !== "none") this.#miss = outcome;
    }
    return null;
  }
}
