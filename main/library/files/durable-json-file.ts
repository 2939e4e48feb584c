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
    const { document: found, aside } = await this.#readOne(path);
    if (found !== null) return found;
    const copy = previous === undefined ? null : await this.#readOne(previous);
    const earlier = copy?.document ?? null;
    const name = basename(path);
    if (aside !== null) {
      const instead = earlier === null ? "" : "; the copy before it is used";
      repairs.tell(`${name} was damaged and has been set aside as ${aside}${instead}.`);
    } else if (earlier !== null) {
      repairs.tell(`${name} was missing; the copy before it is used.`);
    }
    if (previous !== undefined && copy !== null && copy.aside !== null)
      repairs.tell(`${basename(previous)} was damaged and has been set aside as ${copy.aside}.`);
    if (earlier === null) return null;
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

  /** A document, or where the damaged one was set aside; neither when there is none. */
  async #readOne(path: string): Promise<{ document: T | null; aside: string | null }> {
    const { disk, codec } = this.#options;
    const bytes = await disk.read(path);
    if (bytes === null) return { document: null, aside: null };
    const document = decodeChecked(bytes, codec);
    return { document, aside: document === null ? await disk.setAside(path) : null };
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
