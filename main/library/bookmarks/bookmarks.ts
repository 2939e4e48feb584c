import { join } from "node:path";
import { mediaName, type ArticleId, type MediaName } from "../../../preload/contract/contract.ts";
import { mediaOf, isArticleRecord, type ArticleRecord } from "../editions/article-record.ts";
import type { Disk } from "../files/disk.ts";
import { DurableJsonFile, type Codec } from "../files/durable-json-file.ts";
import type { Media } from "../media.ts";
import type { Repairs } from "../files/repairs.ts";

/** A bookmark's private copy of an article. */
export interface BookmarkCopy {
  readonly record: ArticleRecord;
  readonly html: string;
  /** The text of the article's page, where one is stored. */
  readonly page?: string;
  readonly feedTitle: string;
}

const codec: Codec<BookmarkCopy> = {
  encode: (copy) => copy,
  decode: (value) => {
    const copy = (value ?? {}) as Partial<BookmarkCopy>;
    return isArticleRecord(copy.record) &&
      typeof copy.html === "string" &&
      typeof copy.feedTitle === "string" &&
      ["string", "undefined"].includes(typeof copy.page)
      ? (copy as BookmarkCopy)
      : null;
  },
};

const fileName = "bookmark.json";
/** How long a removed bookmark can be taken back, in milliseconds. */
export const trashTime = 30 * 86_400_000;

/** The bookmarks' folders: text and pictures, independent of everything else in the library. */
export class Bookmarks {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #trash: string;
  readonly #media: Media;
  readonly #repairs: Repairs;
  /** Which bookmark holds which picture; null until somebody asks. */
  #pictures: Map<string, ArticleId> | null = null;

  constructor(disk: Disk, library: string, media: Media, repairs: Repairs) {
    this.#disk = disk;
    this.#folder = join(library, "bookmarks");
    this.#trash = join(library, "trash");
    this.#media = media;
    this.#repairs = repairs;
  }

  /** Articles that have a folder here, whole or not. */
  async list(): Promise<ArticleId[]> {
    return (await this.#disk.list(this.#folder)).filter(isId);
  }

  /** The files of all copies. */
  async copyPaths(): Promise<string[]> {
    return (await this.list()).map((id) => join(this.#folder, id, fileName));
  }

  /** Bytes of all copies, with their pictures. */
  async measure(): Promise<number> {
    let bytes = 0;
    for (const id of await this.list())
      for (const name of await this.#disk.list(join(this.#folder, id)))
        bytes += (await this.#disk.look(join(this.#folder, id, name)))?.size ?? 0;
    return bytes;
  }

  /** Whether the copy's file is there, without reading it. */
  async has(id: ArticleId): Promise<boolean> {
    return ((await this.#disk.look(join(this.#folder, id, fileName)))?.size ?? 0) > 0;
  }

  /** Size in bytes of the copy's file and when it was changed last; null where there is none. */
  look(id: ArticleId): ReturnType<Disk["look"]> {
    return this.#disk.look(join(this.#folder, id, fileName));
  }

  /** Where a bookmark's picture lies: in its own folder, else among the articles' pictures. */
  async picturePath(id: ArticleId, name: MediaName): Promise<string | null> {
    const path = join(this.#folder, id, name);
    const found = await this.#disk.look(path);
    return found === null || found.size === 0 ? this.#media.path(name) : path;
  }

  /** Stores a picture for a copy that is about to be written. */
  async putPicture(id: ArticleId, name: MediaName, bytes: Uint8Array): Promise<void> {
    await this.#disk.makeFolder(join(this.#folder, id));
    await this.#disk.replace(join(this.#folder, id, name), bytes);
    this.#pictures?.set(name, id);
  }

  /** The copy, or null when there is none or it is damaged (it is then set aside). */
  read(id: ArticleId): Promise<BookmarkCopy | null> {
    return this.#file(id).read();
  }

  /** Writes the copy with all pictures that are on disk; durable once resolved. */
  async write(copy: BookmarkCopy): Promise<void> {
    const { id } = copy.record;
    const folder = join(this.#folder, id);
    await this.#disk.makeFolder(folder);
    for (const media of mediaOf(copy.record)) await this.#copyPicture(id, media);
    await this.#file(id).write(copy);
  }

  /** Moves the folder to the trash. */
  async discard(id: ArticleId): Promise<void> {
    const from = join(this.#folder, id);
    if ((await this.#disk.look(from)) === null) return;
    await this.#disk.makeFolder(this.#trash);
    await this.#disk.remove(join(this.#trash, id));
    await this.#disk.rename(from, join(this.#trash, id));
    await this.#disk.syncFolder(this.#trash);
    await this.#disk.syncFolder(this.#folder);
    this.#pictures = null;
  }

  /** Takes a folder back from the trash, if it is there. */
  async takeBack(id: ArticleId): Promise<void> {
    const from = join(this.#trash, id);
    const to = join(this.#folder, id);
    if ((await this.#disk.look(from)) === null || (await this.#disk.look(to)) !== null) return;
    await this.#disk.makeFolder(this.#folder);
    await this.#disk.rename(from, to);
    await this.#disk.syncFolder(this.#folder);
    this.#pictures = null;
  }

  /** Deletes a folder out of the trash for good. */
  async forget(id: ArticleId): Promise<void> {
    await this.#disk.remove(join(this.#trash, id));
  }

  /** Where a bookmark keeps a picture, or null. */
  async mediaPath(name: MediaName): Promise<string | null> {
    this.#pictures ??= await this.#listPictures();
    const id = this.#pictures.get(name);
    if (id === undefined) return null;
    const path = join(this.#folder, id, name);
    const found = await this.#disk.look(path);
    return found === null || found.size === 0 ? null : path;
  }

  async #copyPicture(id: ArticleId, name: MediaName): Promise<void> {
    const to = join(this.#folder, id, name);
    const source = await this.#media.path(name);
    if (source === null) return;
    const [original, copy] = [await this.#disk.look(source), await this.#disk.look(to)];
    if (copy?.size !== original?.size) {
      // Only what is durable gets the name that says so.
      const temporary = join(this.#folder, id, `.${name}.tmp`);
      await this.#disk.copy(source, temporary);
      await this.#disk.rename(temporary, to);
    }
    this.#pictures?.set(name, id);
  }

  async #listPictures(): Promise<Map<string, ArticleId>> {
    const pictures = new Map<string, ArticleId>();
    for (const id of await this.list())
      for (const name of await this.#disk.list(join(this.#folder, id)))
        if (mediaName.safeParse(name).success) pictures.set(name, id);
    return pictures;
  }

  #file(id: ArticleId): DurableJsonFile<BookmarkCopy> {
    const path = join(this.#folder, id, fileName);
    return new DurableJsonFile({ disk: this.#disk, path, codec, repairs: this.#repairs });
  }
}

function isId(name: string): name is ArticleId {
  return /^\d{1,6}-\d{1,7}$/.test(name);
}
