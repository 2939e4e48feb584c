import type {
  Article,
  ArticleId,
  FeedId,
  Folder,
  FolderId,
  MediaName,
  Settings,
  TimelineQuery,
  ViewState,
} from "../../preload/contract/contract.ts";
import { flag } from "./article-index.ts";
import { readAddress, readArticle } from "./articles.ts";
import { formatArticleId } from "./article-record.ts";
import { addBookmark, emptyTrash, removeBookmark, verifyCopies } from "./bookmarking.ts";
import { Disk, type FileSystem } from "./disk.ts";
import { dayOf } from "./editions.ts";
import { Ingest } from "./ingest.ts";
import { checkLayout, makeLayout } from "./layout.ts";
import { Lock } from "./lock.ts";
import { makeParts, readParts, rescanDay } from "./opening.ts";
import { Pace } from "./pace.ts";
import type { Parts } from "./parts.ts";
import { countWaitingPictures, recordPictures, waitingPictures } from "./pictures.ts";
import { Repairs } from "./repairs.ts";
import { sealDays } from "./sealing.ts";
import { isRead, markOp } from "./statuses.ts";
import { FrozenTimeline } from "./timeline.ts";
import type {
  Feed,
  FeedChange,
  FeedCounts,
  HostPause,
  Incoming,
  Library,
  NewFeed,
  PictureResult,
  Timeline,
  Visit,
  WaitingPicture,
} from "./types.ts";

/** The library on this disk: hands each request to the part that knows how. */
export class DiskLibrary implements Library {
  readonly folder: string;
  readonly repairs: readonly string[];
  readonly #parts: Parts;
  readonly #ingest: Ingest;
  readonly #lock: Lock;
  readonly #background: Promise<unknown>;
  #packBytes = 0;
  #closing: Promise<void> | null = null;

  private constructor(parts: Parts, lock: Lock) {
    this.#parts = parts;
    this.#lock = lock;
    this.#ingest = new Ingest(parts);
    this.folder = parts.folder;
    this.repairs = parts.repairs.sentences;
    this.#background = Promise.allSettled([
      parts.media.measure(),
      verifyCopies(parts, () => this.#closing === null),
    ]);
  }

  static async open(folder: string, now: () => number, files?: FileSystem): Promise<DiskLibrary> {
    const disk = new Disk(files);
    const repairs = new Repairs();
    const isReadable = await checkLayout(disk, folder);
    await disk.makeFolder(folder);
    const lock = await Lock.take(disk, folder);
    try {
      await makeLayout(disk, folder, isReadable, repairs);
      const damagedDays = new Set<number>();
      const parts: Parts = makeParts(disk, folder, now, repairs, (day) => {
        if (damagedDays.has(day)) return;
        damagedDays.add(day);
        void parts.queue
          .run(() => rescanDay(parts, day))
          .catch(() => undefined)
          .finally(() => damagedDays.delete(day));
      });
      await readParts(parts);
      const library = new DiskLibrary(parts, lock);
      await library.#countPacks();
      return library;
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  feeds(): readonly Feed[] {
    return this.#parts.sources.followed;
  }

  formerFeeds(): readonly Feed[] {
    return this.#parts.sources.former;
  }

  folders(): readonly Folder[] {
    return this.#parts.sources.folders;
  }

  feed(id: FeedId): Feed | undefined {
    return this.#parts.sources.feed(id);
  }

  addFeeds(feeds: readonly NewFeed[]): Promise<Feed[]> {
    return this.#parts.sources.addFeeds(feeds);
  }

  changeFeeds(changes: ReadonlyMap<FeedId, FeedChange>): Promise<void> {
    return this.#parts.sources.change(changes);
  }

  unfollowFeeds(ids: readonly FeedId[]): Promise<void> {
    return this.#parts.sources.unfollow(ids);
  }

  restoreFeeds(ids: readonly FeedId[]): Promise<void> {
    return this.#parts.sources.restore(ids);
  }

  moveFeeds(ids: readonly FeedId[], into: FolderId | null, before: FeedId | null): Promise<void> {
    return this.#parts.sources.move(ids, into, before);
  }

  addFolder(name: string): Promise<FolderId> {
    return this.#parts.sources.addFolder(name);
  }

  renameFolder(id: FolderId, name: string): Promise<void> {
    return this.#parts.sources.renameFolder(id, name);
  }

  removeFolder(id: FolderId): Promise<FeedId[]> {
    return this.#parts.sources.removeFolder(id);
  }

  restoreFolder(folder: Folder, feedIds: readonly FeedId[]): Promise<void> {
    return this.#parts.sources.restoreFolder(folder, feedIds);
  }

  visit(id: FeedId): Visit | undefined {
    return this.#parts.visits.data.visits.get(id);
  }

  hostPauses(): readonly HostPause[] {
    return [...this.#parts.visits.data.pauses.values()];
  }

  async recordVisits(
    visits: readonly Visit[],
    hostPauses: readonly HostPause[] = [],
  ): Promise<void> {
    if (visits.length + hostPauses.length === 0) return;
    await this.#parts.visits.commit({ visits, pauses: hostPauses });
  }

  ingest(
    incoming: readonly Incoming[],
  ): Promise<{ added: readonly ArticleId[]; updated: readonly ArticleId[] }> {
    return this.#parts.queue.run(async () => {
      const result = await this.#ingest.run(incoming);
      await this.#countPacks();
      return result;
    });
  }

  storeMedia(name: MediaName, bytes: Uint8Array): Promise<void> {
    return this.#parts.media.store(name, bytes);
  }

  async mediaPath(name: MediaName): Promise<string | null> {
    return (await this.#parts.media.path(name)) ?? (await this.#parts.bookmarks.mediaPath(name));
  }

  recordPictures(results: readonly PictureResult[]): Promise<void> {
    return this.#parts.queue.run(() => recordPictures(this.#parts, results));
  }

  waitingPictures(
    limit: number,
    isWanted?: (picture: WaitingPicture) => boolean,
  ): Promise<WaitingPicture[]> {
    return waitingPictures(this.#parts, limit, isWanted);
  }

  countWaitingPictures(): number {
    return countWaitingPictures(this.#parts);
  }

  counts(feedId: FeedId): FeedCounts {
    const { unread, total } = this.#parts.index.tally.of(feedId);
    return { unread, total };
  }

  totals(): ReturnType<Library["totals"]> {
    const { index, media, sources, statuses } = this.#parts;
    let [unread, total, ready] = [0, 0, 0];
    for (const { id } of sources.followed) {
      const counts = index.tally.of(id);
      unread += counts.unread;
      total += counts.total;
      ready += index.tally.ready(id, sources.settings.keepPictures);
    }
    const bookmarks = statuses.data.bookmarks.size;
    return { unread, total, bookmarks, listed: total, ready, bytes: this.#packBytes + media.bytes };
  }

  timeline(query: TimelineQuery): Timeline {
    return new FrozenTimeline(this.#parts, query);
  }

  article(id: ArticleId): Promise<Article | null> {
    return readArticle(this.#parts, id);
  }

  articleAddress(id: ArticleId): Promise<string | null> {
    return readAddress(this.#parts, id);
  }

  setRead(ids: readonly ArticleId[], read: boolean): Promise<ArticleId[]> {
    const { index } = this.#parts;
    return this.#mark(
      ids.flatMap((id) => index.rowOf(id) ?? []),
      read,
    );
  }

  markAllRead(timeline: Timeline): Promise<ArticleId[]> {
    if (!(timeline instanceof FrozenTimeline))
      throw new TypeError("This timeline is not one of this library.");
    const { index } = this.#parts;
    return this.#mark(
      Array.from(timeline.rows).filter((row) => !index.has(row, flag.gone)),
      true,
    );
  }

  addBookmark(id: ArticleId): Promise<boolean> {
    return this.#parts.queue.run(() => addBookmark(this.#parts, id));
  }

  removeBookmark(id: ArticleId): Promise<void> {
    return this.#parts.queue.run(() => removeBookmark(this.#parts, id));
  }

  settings(): Settings {
    return this.#parts.sources.settings;
  }

  changeSettings(change: Partial<Settings>): Promise<Settings> {
    return this.#parts.sources.changeSettings(change);
  }

  viewState(): ViewState {
    return this.#parts.view.state;
  }

  async rememberView(state: ViewState): Promise<void> {
    // The window may still tell where it was when all is put away; the folder is another's then.
    if (this.#closing === null) await this.#parts.view.remember(state);
  }

  async sealPastDays(): Promise<void> {
    await sealDays(this.#parts, dayOf(this.#parts.now()));
    await this.#parts.queue.run(() => emptyTrash(this.#parts));
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    const { editions, headers, index, media, queue } = this.#parts;
    const { seen, sources, statuses, view, visits } = this.#parts;
    await media.close();
    await this.#background;
    await queue.idle();
    await Promise.all([sources.close(), statuses.close(), visits.close(), seen.close()]);
    await view.close();
    await editions.close();
    // Derived: without it the next opening only takes longer.
    await headers.write(index, editions).catch(() => undefined);
    await this.#lock.release();
  }

  /** Marks rows, in one line of the journal, and shows it once that is durable. */
  async #mark(rows: readonly number[], read: boolean): Promise<ArticleId[]> {
    const { index, statuses } = this.#parts;
    // While other marks are on their way, what is shown is not yet what will be.
    const wanted =
      statuses.pending > 0 ? rows : rows.filter((row) => index.has(row, flag.read) !== read);
    if (wanted.length === 0) return [];
    const changed = await statuses.commit(markOp(read ? "read" : "unread", index, wanted));
    const pace = new Pace();
    const ids: ArticleId[] = [];
    for (const [day, numbers] of changed) {
      for (const number of numbers) {
        const row = index.rowAt(day, number);
        // Asked anew: another mark may have come while this one rested.
        if (row !== undefined) index.setRead(row, isRead(statuses.data, day, number));
        ids.push(formatArticleId(day, number));
      }
      await pace.rest();
    }
    return ids;
  }

  async #countPacks(): Promise<void> {
    this.#packBytes = await this.#parts.editions.packBytes();
  }
}
