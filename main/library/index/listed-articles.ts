import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { FeedId } from "../../../preload/contract/contract.ts";
import type { Disk } from "../files/disk.ts";
import type { IncomingArticle, UnchangedArticle } from "../types.ts";
import { keyHash } from "./key-hash.ts";

/** An article that a title listed when it was last read. Each is 16 hexadecimal digits. */
export interface ListedArticle {
  /** As `IncomingArticle` has it. */
  readonly fingerprint: string;
  /** Hash of its key. */
  readonly key: string;
  /** As `IncomingArticle` has it. */
  readonly contentHash: string;
}

/** Broadsheet's listed articles, version 1; little-endian like every machine Electron runs on. */
const magic = Buffer.from("BSL1", "latin1");
/** Magic, CRC-32 of all that follows. */
const headLength = 8;
/** Of a title in the file: its number and how many articles follow. */
const titleLength = 8;
/** Numbers of 64 bits that stand for an article. */
const width = 3;

/**
 * What each title listed when it was last read, as numbers: 24 bytes an article. Derived and worth
 * little, so it is written at the closing and once a day, and what is damaged counts as missing:
 * every article is then cleaned once more (`docs/decisions/0007`).
 */
export class ListedArticles {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #titles = new Map<FeedId, BigUint64Array>();
  #loading: Promise<void> | null = null;
  #isChanged = false;

  constructor(disk: Disk, library: string) {
    this.#disk = disk;
    this.#path = join(library, "cache", "listed-articles.bin");
  }

  /** Reads them, once; must have resolved before anything else is asked. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  /** In the order in which they were listed. */
  of(feedId: FeedId): ListedArticle[] {
    const numbers = this.#titles.get(feedId) ?? new BigUint64Array();
    return Array.from({ length: numbers.length / width }, (_, at) => ({
      fingerprint: toDigits(numbers[at * width]),
      key: toDigits(numbers[at * width + 1]),
      contentHash: toDigits(numbers[at * width + 2]),
    }));
  }

  /** Takes note of what a title lists now, in place of what it listed before. */
  note(feedId: FeedId, articles: readonly (IncomingArticle | UnchangedArticle)[]): void {
    const told = articles.flatMap(({ fingerprint, key, contentHash }) =>
      fingerprint === undefined ? [] : [[fingerprint, keyHash(key), contentHash]],
    );
    const numbers = BigUint64Array.from(told.flat(), (digits) => BigInt(`0x${digits}`));
    this.#titles.set(feedId, numbers);
    this.#isChanged = true;
  }

  /** Has all of a title's articles cleaned once more. */
  forget(feedId: FeedId): void {
    this.#isChanged = this.#titles.delete(feedId) || this.#isChanged;
  }

  /** Writes them when they have changed; titles that are not `isKnown` any more are let go. */
  async save(isKnown: (feedId: FeedId) => boolean): Promise<void> {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const parts: Buffer[] = [];
    for (const [feedId, numbers] of this.#titles) {
      if (!isKnown(feedId)) continue;
      const head = Buffer.alloc(titleLength);
      head.writeUInt32LE(feedId, 0);
      head.writeUInt32LE(numbers.length / width, 4);
      parts.push(head, Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    }
    const content = Buffer.concat(parts);
    const head = Buffer.alloc(headLength);
    magic.copy(head);
    head.writeUInt32LE(crc32(content), 4);
    await this.#disk.replace(this.#path, [head, content]);
  }

  async #load(): Promise<void> {
    const file = await this.#disk.read(this.#path).catch(() => null);
    if (file === null || file.length < headLength) return;
    const content = file.subarray(headLength);
    const isWhole = file.subarray(0, 4).equals(magic) && file.readUInt32LE(4) === crc32(content);
    if (!isWhole) return;
    for (let at = 0; at + titleLength <= content.length;) {
      const feedId = content.readUInt32LE(at) as FeedId;
      const end = at + titleLength + content.readUInt32LE(at + 4) * width * 8;
      // A copy, because numbers must not begin just anywhere.
      const numbers = new Uint8Array(content.subarray(at + titleLength, end));
      this.#titles.set(feedId, new BigUint64Array(numbers.buffer));
      at = end;
    }
  }
}

function toDigits(number = 0n): string {
  return number.toString(16).padStart(16, "0");
}
