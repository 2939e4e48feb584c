import { setImmediate as nextTurn } from "node:timers/promises";
import type { FeedId } from "../../preload/contract/contract.ts";
import type { Feed } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Connection } from "./connection.ts";
import type { Hosts } from "./hosts.ts";
import { IconFetcher } from "./icon-fetcher.ts";
import { IconLook, type SiteIcon } from "./icon-look.ts";
import { IconResults } from "./icon-results.ts";
import { isIconOfSite, siteOfFeed, type IconSite } from "./icon-site.ts";
import { Pump } from "./pump.ts";
import type { SitePages } from "./site-pages.ts";

/** Sites that are asked at once. */
const concurrency = 3;
/** Milliseconds until a title without an icon is looked at again. */
const patience = 30 * 86_400_000;
/** Milliseconds for which it is known what is here, and what is not to be had. */
const lifetime = 86_400_000;
/** Titles that are looked through before others have their turn. */
const titlesAtOnce = 200;
/** Sites that must be silent together before it is the network. */
const silentSites = 3;

interface IconKeeperOptions extends Collaborators {
  readonly hosts: Hosts;
  readonly connection: Connection;
  readonly pages: SitePages;
  /** Visits go first. */
  readonly isVisiting: () => boolean;
  /** Called when `waiting` is another. */
  readonly waitingChanged: () => void;
}

/** A site and its titles that have no icon yet. */
interface Errand {
  readonly site: IconSite;
  readonly feeds: Feed[];
}

/**
 * Looks for the icons of followed titles, once in each title's life, when no visit is under way.
 * What is stored with the titles is the queue, so a restart goes on where the last run ended. Somebody
 * who keeps no pictures is not fetched icons either; those that are there stay.
 */
export class IconKeeper {
  readonly #options: IconKeeperOptions;
  readonly #abort = new AbortController();
  readonly #fetcher: IconFetcher;
  readonly #results: IconResults;
  /** What is known of sites' own icons. */
  readonly #siteIcons = new Map<string, SiteIcon>();
  /** Titles whose icons are no longer on this disk. */
  readonly #lost = new Set<FeedId>();
  /** When it was last counted what is here; in a program that runs for weeks that grows old. */
  #countedAt = -Infinity;
  #running: Promise<void> | null = null;
  #again = false;
  #waiting = 0;

  constructor(options: IconKeeperOptions) {
    this.#options = options;
    this.#fetcher = new IconFetcher(options, this.#abort.signal);
    this.#results = new IconResults(options);
  }

  /** Titles whose icons are being looked for; 0 when that has ended, for whatever reason. */
  waiting(): number {
    return this.#waiting;
  }

  /** Looks for all that are wanted, unless visits are under way; returns at once. */
  wake(): void {
    const { library, connection, isVisiting, log } = this.#options;
    const isWanted = library.settings.current().keepPictures && !library.readOnly;
    const mayLook = connection.mayFetch("icons") && !isVisiting();
    if (this.#abort.signal.aborted || !isWanted || !mayLook) return;
    if (this.#running !== null) {
      this.#again = true;
      return;
    }
    this.#again = false;
    this.#waiting = this.#wanted().length;
    if (this.#waiting === 0 && this.#isCounted) return;
    this.#running = this.#run()
      .catch((error: unknown) => {
        log("keeping icons", error);
      })
      .finally(() => {
        this.#running = null;
        this.#setWaiting(0);
        if (this.#again) this.wake();
      });
  }

  /** Pictures may be gone, or titles others: a backup was restored. */
  lookThrough(): void {
    this.#countedAt = -Infinity;
    this.wake();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#running;
  }

  get #isCounted(): boolean {
    return this.#options.now() - this.#countedAt < lifetime;
  }

  async #run(): Promise<void> {
    if (!this.#isCounted) await this.#countIcons();
    const feeds = this.#wanted();
    this.#setWaiting(feeds.length);
    const pump = new Pump<Errand>(concurrency, (errand) =>
      this.#lookAt(errand, () => {
        pump.clear();
      }),
    );
    for (const errand of await errandsOf(feeds)) pump.add(errand, errand.site.frontPage);
    await pump.idle();
    await this.#results.settle();
  }

  /** Followed titles without a look so far, or with one that failed long ago. */
  #wanted(): Feed[] {
    const { library, now } = this.#options;
    return library.feeds.followed().filter(({ id, icon }) => {
      const isDue =
        icon === null ||
        this.#lost.has(id) ||
        (icon.media === null && now() - icon.lookedAt > patience);
      if (!isDue) return false;
      // What its own feed says is known after a visit, and a publisher who refuses that is left alone.
      const visit = library.visits.of(id);
      return visit !== undefined && visit.lastVisit !== null && visit.failure === null;
    });
  }

  /** Looks for the icons of a site's titles, one after the other. Never rejects. */
  async #lookAt({ site, feeds }: Errand, giveUp: () => void): Promise<void> {
    const { hosts, connection, pages, workers, isVisiting, log } = this.#options;
    const { signal } = this.#abort;
    try {
      for (const feed of feeds) {
        if (signal.aborted || isVisiting() || !connection.mayFetch("icons")) {
          giveUp();
          return;
        }
        const looking = { fetcher: this.#fetcher, pages, workers, signal };
        const { answers } = hosts;
        const known = this.#siteIcons.get(site.name) ?? "unknown";
        const outcome = await new IconLook(feed, site, looking).find(known);
        // The last one waits until it is stored.
        this.#setWaiting(Math.max(1, this.#waiting - 1));
        if (outcome === "later") continue;
        if (outcome === "silent") {
          this.#results.addSilent(feed, site.name, answers);
          if (this.#results.silentSites() >= silentSites) giveUp();
          return;
        }
        this.#lost.delete(feed.id);
        this.#learn(site.name, { ...feed, icon: { ...outcome, lookedAt: 0 } });
        await this.#results.add(feed, outcome);
      }
    } catch (error) {
      // The disk takes nothing: the others would be fetched in vain.
      giveUp();
      log("storing icons", error);
    }
  }

  /** Learns what is here already, and which of it is not: pictures are in no backup. */
  async #countIcons(): Promise<void> {
    const { library } = this.#options;
    this.#siteIcons.clear();
    this.#fetcher.forget();
    const there = new Map<string, boolean>();
    const all = [...library.feeds.followed(), ...library.feeds.former()];
    for (const [at, feed] of all.entries()) {
      if (at % titlesAtOnce === titlesAtOnce - 1) await nextTurn();
      if (this.#abort.signal.aborted) return;
      const media = feed.icon?.media ?? null;
      if (media !== null && !there.has(media))
        there.set(media, (await library.pictures.path(media)) !== null);
      if (media !== null && there.get(media) === false) this.#lost.add(feed.id);
      else this.#learn(siteOfFeed(feed)?.name ?? "", feed);
    }
    this.#countedAt = this.#options.now();
  }

  #learn(siteName: string, feed: Feed): void {
    const { icon } = feed;
    if (icon === null) return;
    const { media, dark, from } = icon;
    if (media === null) {
      const isOld = icon.lookedAt > 0 && this.#options.now() - icon.lookedAt > patience;
      if (!isOld && !this.#siteIcons.has(siteName)) this.#siteIcons.set(siteName, "none");
      return;
    }
    if (from !== null && !from.startsWith("data:")) this.#fetcher.learn(from, media);
    if (isIconOfSite(icon, feed)) this.#siteIcons.set(siteName, { media, dark, from });
  }

  #setWaiting(count: number): void {
    const before = this.#waiting;
    this.#waiting = count;
    if (this.#waiting !== before) this.#options.waitingChanged();
  }
}

/** Titles by their sites, so that a site is asked once for all of them. */
async function errandsOf(feeds: readonly Feed[]): Promise<Errand[]> {
  const errands = new Map<string, Errand>();
  for (const [at, feed] of feeds.entries()) {
    if (at % titlesAtOnce === titlesAtOnce - 1) await nextTurn();
    const site = siteOfFeed(feed);
    if (site === null) continue;
    const errand = errands.get(site.name);
    if (errand === undefined) errands.set(site.name, { site, feeds: [feed] });
    else errand.feeds.push(feed);
  }
  return [...errands.values()];
}
