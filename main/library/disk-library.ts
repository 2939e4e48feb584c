import { verifyCopies } from "./bookmarks/bookmarking.ts";
import { Copies } from "./copies/copies.ts";
import { DiskUpkeep } from "./retention/disk-upkeep.ts";
import { DiskArticles } from "./disk-articles.ts";
import { Disk } from "./files/disk.ts";
import { documentStore } from "./documents.ts";
import { keptSearchStore } from "./kept-searches.ts";
import { checkLayout, makeLayout } from "./layout.ts";
import type { Library, LibraryOptions } from "./library.ts";
import { enterLibrary, warnOfSynchronisation } from "./files/access.ts";
import type { Lock } from "./files/lock.ts";
import { makeParts, readParts } from "./opening.ts";
import { rescanDay } from "./index/filling.ts";
import { migrate } from "./migrations/migrate.ts";
import type { Parts } from "./parts.ts";
import { recordingStore } from "./recordings/recordings.ts";
import { Repairs } from "./files/repairs.ts";
import { Undo } from "./undo.ts";
import {
  bookmarkStore,
  feedStore,
  folderStore,
  pageStore,
  pictureStore,
  visitStore,
} from "./stores.ts";

/** The library on this disk: opens and closes its parts and offers them in groups. */
export class DiskLibrary implements Library {
  readonly folder: string;
  readonly readOnly: boolean;
  readonly repairs: readonly string[];
  readonly feeds: Library["feeds"];
  readonly folders: Library["folders"];
  readonly visits: Library["visits"];
  readonly articles: DiskArticles;
  readonly documents: Library["documents"];
  readonly bookmarks: Library["bookmarks"];
  readonly searches: Library["searches"];
  readonly pages: Library["pages"];
  readonly pictures: Library["pictures"];
  readonly recordings: Library["recordings"];
  readonly preparation: Library["preparation"];
  readonly settings: Library["settings"];
  readonly view: Library["view"];
  readonly upkeep: DiskUpkeep;
  readonly undo: Undo;
  readonly copies: Copies;
  readonly #parts: Parts;
  readonly #lock: Lock | null;
  readonly #background: Promise<unknown>;
  #closing: Promise<void> | null = null;

  private constructor(parts: Parts, undo: Undo, lock: Lock | null) {
    const { sources, view } = parts;
    this.#parts = parts;
    this.#lock = lock;
    this.undo = undo;
    this.folder = parts.folder;
    this.readOnly = lock === null;
    this.repairs = parts.repairs.sentences;
    this.feeds = feedStore(sources);
    this.folders = folderStore(sources);
    this.visits = visitStore(parts);
    this.articles = new DiskArticles(parts);
    this.documents = documentStore(parts);
    this.copies = new Copies(parts, this.articles);
    this.bookmarks = bookmarkStore(parts);
    this.searches = keptSearchStore(sources);
    this.pages = pageStore(parts);
    this.pictures = pictureStore(parts);
    this.recordings = recordingStore(parts);
    this.preparation = {
      current: () => parts.preparation.current,
      save: (preparation) => parts.preparation.save(preparation),
    };
    this.settings = {
      current: () => sources.settings,
      change: (change) => sources.changeSettings(change),
    };
    this.view = {
      current: () => view.state,
      // The window may still tell where it was when all is put away; the folder is another's then.
      remember: async (state) => {
        if (this.#closing === null && !this.readOnly) await view.remember(state);
      },
    };
    const measured = parts.media.measure();
    this.upkeep = new DiskUpkeep(parts, measured, () => this.articles.countPacks());
    this.#background = Promise.allSettled([
      measured,
      parts.details
        .load()
        .catch(() => undefined)
        .then(() => verifyCopies(parts, () => this.#closing === null)),
    ]);
  }

  static async open(options: LibraryOptions): Promise<DiskLibrary> {
    const { folder, now = Date.now, files, forReading = false } = options;
    const disk = new Disk(files);
    const repairs = new Repairs();
    disk.settleIn(folder, (sentence) => repairs.tell(sentence));
    const isReadable = await checkLayout(disk, folder);
    const lock = forReading ? null : await enterLibrary(disk, folder);
    if (forReading) disk.setMode("skip");
    try {
      warnOfSynchronisation(folder, repairs);
      const version = await makeLayout(disk, folder, isReadable, repairs);
      if (lock !== null) await migrate({ disk, library: folder, repairs, now }, version);
      const damagedDays = new Set<number>();
      const parts: Parts = makeParts(disk, folder, now, repairs, (day) => {
        if (damagedDays.has(day)) return;
        damagedDays.add(day);
        void parts.queue
          .run(() => rescanDay(parts, day))
          .catch(() => undefined)
          .finally(() => damagedDays.delete(day));
      });
      const undo = new Undo(disk, folder, repairs, now);
      await Promise.all([readParts(parts), undo.read()]);
      const library = new DiskLibrary(parts, undo, lock);
      await library.articles.countPacks();
      if (lock === null) disk.setMode("refuse");
      return library;
    } catch (error) {
      await lock?.release();
      throw error;
    }
  }

  watchRepairs(listener: () => void): () => void {
    return this.#parts.repairs.watch(listener);
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    if (this.readOnly) this.#parts.disk.setMode("skip");
    const { cache, details, editions, index, keys, listed, media, queue, tags } = this.#parts;
    const { recordings, sources, statuses, view, visits } = this.#parts;
    await this.copies.close();
    await media.close();
    await details.close();
    await this.#background;
    await this.upkeep.close();
    await queue.idle();
    await Promise.all([sources.close(), statuses.close(), visits.close(), recordings.close()]);
    await Promise.all([
      this.#parts.preparation.close(),
      view.close(),
      this.undo.close(),
      this.#parts.tombstones.close(),
    ]);
    await editions.close();
    // Derived: without them the next opening, or the next visits, only take longer.
    await cache.save(index, editions, keys, tags).catch(() => undefined);
    await listed.save((id) => sources.feed(id) !== undefined).catch(() => undefined);
    await this.#lock?.release();
  }
}
