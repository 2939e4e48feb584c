import { join } from "node:path";
import {
  bookmarkDetails,
  type ArticleId,
  type BookmarkDetails,
} from "../../../preload/contract/contract.ts";
import type { Disk } from "../files/disk.ts";
import { DurableJsonFile } from "../files/durable-json-file.ts";
import { Pace } from "../files/pace.ts";
import type { Repairs } from "../files/repairs.ts";
import type { WriteQueue } from "../files/write-queue.ts";
import { normalTag } from "../index/tag-index.ts";
import { inOrder, noDetails, uniqueTags } from "./merge-details.ts";

/** Files in a bookmark's folder: what a person wrote to it, and the same before the last change. */
export const detailsFile = "details.json";
export const earlierDetailsFile = "details.previous.json";

export interface OwnDetailsOptions {
  readonly disk: Disk;
  /** The library's folder. */
  readonly library: string;
  readonly repairs: Repairs;
  readonly queue: WriteQueue;
  /** All bookmarks there are now. */
  readonly bookmarked: () => Iterable<ArticleId>;
}

/**
 * What a person wrote to bookmarks. It lies in each bookmark's folder, in a file beside the copy of
 * the article: so it goes to the trash and comes back with it, a copy that is written anew cannot
 * lose it, and one that is damaged does not take it along. All of it is held in memory.
 */
export class OwnDetails {
  readonly #options: OwnDetailsOptions;
  readonly #known = new Map<ArticleId, BookmarkDetails>();
  #loading: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: OwnDetailsOptions) {
    this.#options = options;
  }

  /** Reads what was written to all bookmarks, in slices; once. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    }));
  }

  /** What was written to a bookmark. Not to be called by an act that is in the queue itself. */
  async of(id: ArticleId): Promise<BookmarkDetails> {
    return this.#known.get(id) ?? this.#options.queue.run(() => this.read(id));
  }

  /** The same for acts in the queue. */
  async read(id: ArticleId): Promise<BookmarkDetails> {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const details = (await this.#file(id).read()) ?? noDetails;
    this.#known.set(id, details);
    return details;
  }

  /** What was written to a bookmark, as far as it was read. */
  known(id: ArticleId): BookmarkDetails | undefined {
    return this.#known.get(id);
  }

  /** What was written to bookmarks, of those that were read. */
  *all(): Generator<readonly [ArticleId, BookmarkDetails]> {
    for (const id of this.#options.bookmarked()) {
      const details = this.#known.get(id);
      if (details !== undefined) yield [id, details];
    }
  }

  /** Bookmarks with a tag, of those that were read. */
  withTag(tag: string): ArticleId[] {
    const wanted = normalTag(tag);
    const found: ArticleId[] = [];
    for (const [id, { tags }] of this.all())
      if (tags.some((one) => normalTag(one) === wanted)) found.push(id);
    return found;
  }

  /** Durable once resolved; only for acts in the queue. */
  async write(id: ArticleId, details: BookmarkDetails): Promise<void> {
    const tidy = {
      tags: uniqueTags(details.tags),
      note: details.note,
      highlights: inOrder(details.highlights),
    };
    await this.#options.disk.makeFolder(this.#folder(id));
    await this.#file(id).write(tidy);
    this.#known.set(id, tidy);
  }

  /** Size and last change of what was written to a bookmark; null: nothing was. */
  look(id: ArticleId): ReturnType<Disk["look"]> {
    return this.#options.disk.look(join(this.#folder(id), detailsFile));
  }

  /** The bookmark's folder came or went: what is in it is read anew. */
  forget(id: ArticleId): void {
    this.#known.delete(id);
  }

  /** Reads no further, and resolves when nothing is being read. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#loading?.catch(() => undefined);
  }

  async #load(): Promise<void> {
    const { bookmarked, queue } = this.#options;
    const pace = new Pace();
    for (const id of [...bookmarked()]) {
      if (this.#isClosed) return;
      if (!this.#known.has(id)) await queue.run(() => this.read(id));
      await pace.rest();
    }
  }

  #folder(id: ArticleId): string {
    return join(this.#options.library, "bookmarks", id);
  }

  #file(id: ArticleId): DurableJsonFile<BookmarkDetails> {
    const { disk, repairs } = this.#options;
    const folder = this.#folder(id);
    return new DurableJsonFile({
      disk,
      path: join(folder, detailsFile),
      previous: join(folder, earlierDetailsFile),
      repairs,
      codec: {
        encode: (details) => details,
        decode: (value) => bookmarkDetails.safeParse(value).data ?? null,
      },
    });
  }
}
