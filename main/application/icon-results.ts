import type { FeedId } from "../../preload/contract/contract.ts";
import type { Feed, StoredIcon } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";

/** Results that are stored together at most: all titles are one document. */
const largestBatch = 64;
/** Sites that must have been silent together before it is the network that is missing. */
const silentSites = 3;

type Recording = Pick<Collaborators, "library" | "announce" | "now" | "isOnline"> & {
  readonly hosts: Hosts;
};

interface Silence {
  readonly feed: Feed;
  readonly site: string;
  /** Answers of anybody before the look began. */
  readonly answers: number;
}

/**
 * Stores what looks for icons came to: the first at once, so that a person who waits sees something,
 * then two, four and more together.
 */
export class IconResults {
  readonly #options: Recording;
  #found = new Map<Feed, StoredIcon>();
  #batchSize = 1;
  #silent: Silence[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(options: Recording) {
    this.#options = options;
  }

  /** Rejects when a batch could not be stored. */
  async add(feed: Feed, icon: Omit<StoredIcon, "lookedAt">): Promise<void> {
    this.#found.set(feed, { ...icon, lookedAt: this.#options.now() });
    if (this.#found.size < this.#batchSize) return;
    this.#batchSize = Math.min(largestBatch, this.#batchSize * 2);
    await this.#store();
  }

  /** Nobody answered for a title; `answers`: how many answers anybody gave before. */
  addSilent(feed: Feed, site: string, answers: number): void {
    this.#silent.push({ feed, site, answers });
  }

  /** Sites that were silent while nobody else answered either. */
  silentSites(): number {
    const { answers } = this.#options.hosts;
    const suspects = this.#silent.filter((silence) => silence.answers === answers);
    return new Set(suspects.map(({ site }) => site)).size;
  }

  /** Stores the rest, with those who were silent although the network was there. */
  async settle(): Promise<void> {
    const { isOnline, hosts, now } = this.#options;
    const isNetworkGone = !isOnline() || this.silentSites() >= silentSites;
    for (const { feed, answers } of this.#silent) {
      if (isNetworkGone && answers === hosts.answers) continue;
      this.#found.set(feed, { media: null, dark: null, from: null, lookedAt: now() });
    }
    this.#silent = [];
    this.#batchSize = 1;
    await this.#store();
  }

  #store(): Promise<void> {
    const found = this.#found;
    this.#found = new Map();
    const storing = this.#writing.then(() => this.#change(found));
    this.#writing = storing.catch(() => undefined);
    return storing;
  }

  async #change(found: ReadonlyMap<Feed, StoredIcon>): Promise<void> {
    const { library, announce } = this.#options;
    const changes = new Map<FeedId, { readonly icon: StoredIcon }>();
    for (const [{ id, address }, icon] of found)
      // A title may have become another meanwhile: a backup was restored.
      if (library.feeds.get(id)?.address === address) changes.set(id, { icon });
    if (changes.size === 0) return;
    await library.feeds.change(changes);
    announce("sources.changed", {});
  }
}
