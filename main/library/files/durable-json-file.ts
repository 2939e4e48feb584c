import type { Adapter } from "lowdb";
import { basename } from "node:path";
import { unwrapChecked, wrapChecked } from "./checksum.ts";
import { ignoreFullDisk } from "./library-error.ts";
import type { Disk } from "./disk.ts";
import type { Repairs } from "./repairs.ts";

/** How a document goes to disk and comes back. */
export interface Codec<T> {
  /** A value for `JSON.stringify`. */
  encode(document: T): unknown;
  /** Throws, or returns null, when this is not such a document. */
  decode(stored: unknown): T | null;
}

export interface DurableJsonFileOptions<T> {
  readonly disk: Disk;
  readonly path: string;
  readonly codec: Codec<T>;
  readonly repairs: Repairs;
  /** Where the copy before the last write is kept, to fall back to. */
  readonly previous?: string;
}

/**
 * A lowdb adapter whose writes survive power cuts and whose reads notice damage: a file that is
 * not as it was written is set aside, never overwritten, and the previous copy takes its place.
 */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly #options: DurableJsonFileOptions<T>;

  constructor(options: DurableJsonFileOptions<T>) {
    this.#options = options;
  }

  async read(): Promise<T | null> {
    const { disk, path, previous, codec, repairs } = this.#options;
    const found = await this.#readOne(path);
    if (found !== null || previous === undefined) return found;
    const earlier = await this.#readOne(previous);
    if (earlier === null) return null;
    repairs.tell(`${basename(path)} was missing or damaged; the copy before it is used.`);
    // On a full disk the copy does until there is room.
    await disk
      .replace(path, wrapChecked(JSON.stringify(codec.encode(earlier))))
      .catch(ignoreFullDisk);
    return earlier;
  }

  async write(document: T): Promise<void> {
    const { disk, path, codec, previous } = this.#options;
    await disk.replace(path, wrapChecked(JSON.stringify(codec.encode(document))), previous);
  }

  async #readOne(path: string): Promise<T | null> {
    const { disk, codec, repairs } = this.#options;
    const bytes = await disk.read(path);
    if (bytes === null) return null;
    const document = decodeChecked(bytes, codec);
    if (document === null) {
      const aside = await disk.setAside(path);
      repairs.tell(`${basename(path)} was damaged and has been set aside as ${aside}.`);
    }
    return document;
  }
}

function decodeChecked<T>(bytes: Buffer, codec: Codec<T>): T | null {
  const data = unwrapChecked(bytes);
  if (data === null) return null;
  try {
    return codec.decode(JSON.parse(data.toString("utf8")));
  } catch {
    return null;
  }
}
