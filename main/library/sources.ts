import { Low } from "lowdb";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import {
  feedId,
  folder,
  folderId,
  fullText,
  keptRecordings,
  mediaName,
  retention,
  savedSearchId,
  section,
  settings,
  type FeedId,
  type Folder,
  type FolderId,
  type MediaName,
  type Settings,
} from "../../preload/contract/contract.ts";
import type { Disk } from "./files/disk.ts";
import { DurableJsonFile, type Codec } from "./files/durable-json-file.ts";
import type { Repairs } from "./files/repairs.ts";
import type { Feed, FeedChange, NewFeed } from "./types.ts";
import { WriteQueue } from "./files/write-queue.ts";

/** One whose name cannot be read is looked for anew. */
const icon = z.object({
  media: mediaName.nullable().catch(null),
  dark: mediaName.nullable().catch(null),
  lookedAt: z.number().catch(0),
  from: z.string().nullable().catch(null),
});

const pagesStopped = z.object({ at: z.number(), until: z.number() });

const ownExtraction = z.object({ selector: z.string().max(2000), chosenAt: z.number() });

const feed = z.object({
  id: feedId,
  address: z.string(),
  ownTitle: z.string().nullable(),
  publisherTitle: z.string(),
  site: z.string().nullable(),
  folderId: folderId.nullable(),
  section: section.nullable(),
  language: z.string().nullable(),
  addedAt: z.number(),
  unfollowedAt: z.number().nullable(),
  typedHost: z.string().nullable(),
  retention: retention.nullable().default(null),
  publisherIcon: z.string().nullable().default(null),
  publisherImage: z.string().nullable().default(null),
  fullText: fullText.default("auto"),
  isShortened: z.boolean().nullable().default(null),
  pagesStopped: pagesStopped.nullable().catch(null).default(null),
  keepRecordings: keptRecordings.catch(0).default(0),
  ownExtraction: ownExtraction.nullable().catch(null).default(null),
  icon: icon.nullable().default(null),
}) satisfies z.ZodType<Feed>;

export const keptSearch = z.object({ id: savedSearchId, name: z.string(), text: z.string() });

/** A search that a person keeps, as it is stored: how much it finds is counted anew. */
export type KeptSearch = Readonly<z.infer<typeof keptSearch>>;

/** What `library.json` holds. */
export const sourcesDocument = z.object({
  /** The library's own random id, so that a backup knows where it came from; null until asked for. */
  libraryId: z.uuid().nullable().default(null),
  nextFeedId: z.int().min(1),
  nextFolderId: z.int().min(1),
  nextSearchId: z.int().min(1).default(1),
  /** In the order they were made, which is the sidebar's. */
  folders: z.array(folder),
  /** In the sidebar's order, with those no longer followed. */
  feeds: z.array(feed),
  /** In the sidebar's order. */
  searches: z.array(keptSearch).default([]),
  settings,
});
export type SourcesDocument = Readonly<z.infer<typeof sourcesDocument>>;

/** The pictures that titles have as their icons; also those no longer followed, which may come back. */
export function iconsOf(feeds: readonly Feed[]): MediaName[] {
  return feeds.flatMap(({ icon }) => [icon?.media ?? [], icon?.dark ?? []].flat());
}

const codec: Codec<SourcesDocument> = {
  encode: (value) => value,
  decode: (value) => sourcesDocument.parse(value),
};

const empty: SourcesDocument = {
  libraryId: null,
  nextFeedId: 1,
  nextFolderId: 1,
  nextSearchId: 1,
  folders: [],
  feeds: [],
  searches: [],
  settings: settings.parse({}),
};

/** Titles, folders, kept searches and settings: `library.json`, a lowdb document that is replaced as a whole. */
export class Sources {
  readonly #low: Low<SourcesDocument>;
  readonly #queue = new WriteQueue();
  readonly #now: () => number;
  #current = empty;
  #isMissing = true;
  #feeds = new Map<FeedId, Feed>();
  #followed: readonly Feed[] = [];
  #former: readonly Feed[] = [];

  constructor(disk: Disk, library: string, repairs: Repairs, now: () => number) {
    const path = join(library, "library.json");
    const previous = join(library, "library.previous.json");
    this.#low = new Low(new DurableJsonFile({ disk, path, previous, codec, repairs }), empty);
    this.#now = now;
  }

  /** Reads the document. Numbers up to `highestFeed` are taken, whatever the document says. */
  async read(highestFeed: number): Promise<void> {
    await this.#low.read();
    const stored = this.#low.data;
    this.#isMissing = stored === empty;
    const highestFolder = Math.max(0, ...stored.folders.map(({ id }) => id));
    const highest = Math.max(highestFeed, ...stored.feeds.map(({ id }) => id));
    this.#accept({
      ...stored,
      nextFeedId: Math.max(stored.nextFeedId, highest + 1),
      nextFolderId: Math.max(stored.nextFolderId, highestFolder + 1),
    });
  }

  /** There was no document, or none that could be read. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  get followed(): readonly Feed[] {
    return this.#followed;
  }

  get former(): readonly Feed[] {
    return this.#former;
  }

  get folders(): readonly Folder[] {
    return this.#current.folders;
  }

  get settings(): Settings {
    return this.#current.settings;
  }

  feed(id: FeedId): Feed | undefined {
    return this.#feeds.get(id);
  }

  /** A title that is or was followed at the same address keeps its number. */
  addFeeds(feeds: readonly NewFeed[]): Promise<Feed[]> {
    return this.#change((stored) => {
      const byAddress = new Map(stored.feeds.map((one) => [one.address, one]));
      const refollowed = new Set<FeedId>();
      let { nextFeedId } = stored;
      const fresh = new Set<Feed>();
      const added = feeds.map((wanted) => {
        const known = byAddress.get(wanted.address);
        if (known?.unfollowedAt === null) return known;
        const id = known?.id ?? feedId.parse(nextFeedId++);
        const one: Feed = {
          ...wanted,
          id,
          addedAt: this.#now(),
          unfollowedAt: null,
          retention: known?.retention ?? null,
          publisherIcon: known?.publisherIcon ?? null,
          publisherImage: known?.publisherImage ?? null,
          fullText: known?.fullText ?? "auto",
          isShortened: known?.isShortened ?? null,
          pagesStopped: null,
          keepRecordings: known?.keepRecordings ?? 0,
          ownExtraction: known?.ownExtraction ?? null,
          icon: known?.icon ?? null,
        };
        if (known !== undefined) refollowed.add(known.id);
        byAddress.set(one.address, one);
        fresh.add(one);
        return one;
      });
      const kept = stored.feeds.filter(({ id }) => !refollowed.has(id));
      return { next: { ...stored, feeds: [...kept, ...fresh], nextFeedId }, result: added };
    });
  }

  change(changes: ReadonlyMap<FeedId, FeedChange>): Promise<void> {
    return this.#changeFeeds([...changes.keys()], (one) => ({ ...one, ...changes.get(one.id) }));
  }

  unfollow(ids: readonly FeedId[]): Promise<void> {
    const unfollowedAt = this.#now();
    return this.#changeFeeds(ids, (one) => ({
      ...one,
      unfollowedAt: one.unfollowedAt ?? unfollowedAt,
    }));
  }

  restore(ids: readonly FeedId[]): Promise<void> {
    return this.#changeFeeds(ids, (one) => ({ ...one, unfollowedAt: null }));
  }

  /** Files titles into a folder, in the order given, before another title or at the end. */
  move(ids: readonly FeedId[], into: FolderId | null, before: FeedId | null): Promise<void> {
    return this.#change((stored) => {
      const moving = new Set(ids);
      const known = new Map(stored.feeds.map((one) => [one.id, one]));
      const moved = [...moving].flatMap((id) => {
        const one = known.get(id);
        return one === undefined ? [] : [{ ...one, folderId: into }];
      });
      // When `before` itself is moved, its neighbour that stays marks the place.
      const from = before === null ? -1 : stored.feeds.findIndex(({ id }) => id === before);
      const anchor = from < 0 ? undefined : stored.feeds.slice(from).find((f) => !moving.has(f.id));
      const staying = stored.feeds.filter(({ id }) => !moving.has(id));
      const at = anchor === undefined ? staying.length : staying.indexOf(anchor);
      return { next: { ...stored, feeds: staying.toSpliced(at, 0, ...moved) }, result: undefined };
    });
  }

  addFolder(name: string): Promise<FolderId> {
    return this.#change((stored) => {
      const id = folderId.parse(stored.nextFolderId);
      return {
        next: {
          ...stored,
          nextFolderId: stored.nextFolderId + 1,
          folders: [...stored.folders, { id, name }],
        },
        result: id,
      };
    });
  }

  renameFolder(id: FolderId, name: string): Promise<void> {
    return this.#change((stored) => ({
      next: {
        ...stored,
        folders: stored.folders.map((one) => (one.id === id ? { ...one, name } : one)),
      },
      result: undefined,
    }));
  }

  removeFolder(id: FolderId): Promise<FeedId[]> {
    return this.#change((stored) => {
      const inside = stored.feeds.filter((one) => one.folderId === id);
      const feeds = stored.feeds.map((one) =>
        one.folderId === id ? { ...one, folderId: null } : one,
      );
      const folders = stored.folders.filter((one) => one.id !== id);
      return { next: { ...stored, folders, feeds }, result: inside.map((one) => one.id) };
    });
  }

  restoreFolder(removed: Folder, ids: readonly FeedId[]): Promise<void> {
    const inside = new Set(ids);
    return this.#change((stored) => {
      const others = stored.folders.filter((one) => one.id !== removed.id);
      const folders = [...others, removed].sort((a, b) => a.id - b.id);
      const feeds = stored.feeds.map((one) =>
        inside.has(one.id) ? { ...one, folderId: removed.id } : one,
      );
      const nextFolderId = Math.max(stored.nextFolderId, removed.id + 1);
      return { next: { ...stored, folders, feeds, nextFolderId }, result: undefined };
    });
  }

  changeSettings(change: Partial<Settings>): Promise<Settings> {
    return this.#change((stored) => {
      const changed = settings.parse({ ...stored.settings, ...change });
      return { next: { ...stored, settings: changed }, result: changed };
    });
  }

  /** The document as it is now. */
  get document(): SourcesDocument {
    return this.#current;
  }

  /** The library's own random id; made and stored when it is first asked for. */
  identify(): Promise<string> {
    const known = this.#current.libraryId;
    if (known !== null) return Promise.resolve(known);
    return this.#change((stored) => {
      const libraryId = stored.libraryId ?? randomUUID();
      return { next: { ...stored, libraryId }, result: libraryId };
    });
  }

  /** Changes titles, folders and settings in one write. */
  update<Result>(
    act: (stored: SourcesDocument) => { next: SourcesDocument; result: Result },
  ): Promise<Result> {
    return this.#change(act);
  }

  async close(): Promise<void> {
    await this.#queue.idle();
  }

  #changeFeeds(ids: readonly FeedId[], alter: (feed: Feed) => Feed): Promise<void> {
    const chosen = new Set(ids);
    return this.#change((stored) => ({
      next: {
        ...stored,
        feeds: stored.feeds.map((one) => (chosen.has(one.id) ? alter(one) : one)),
      },
      result: undefined,
    }));
  }

  /** Writes the next document, and only then shows it. */
  #change<Result>(
    act: (stored: SourcesDocument) => { next: SourcesDocument; result: Result },
  ): Promise<Result> {
    return this.#queue.run(async () => {
      const { next, result } = act(this.#current);
      this.#low.data = next;
      try {
        await this.#low.write();
      } catch (error) {
        this.#low.data = this.#current;
        throw error;
      }
      this.#accept(next);
      return result;
    });
  }

  #accept(next: SourcesDocument): void {
    this.#current = next;
    this.#feeds = new Map(next.feeds.map((one) => [one.id, one]));
    this.#followed = next.feeds.filter((one) => one.unfollowedAt === null);
    this.#former = next.feeds.filter((one) => one.unfollowedAt !== null);
  }
}
