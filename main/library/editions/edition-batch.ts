import type { ArticlePlace, ArticleRecord } from "./article-record.ts";
import { parseArticleId } from "./article-record.ts";
import type { Edition } from "./edition.ts";
import type { Editions } from "./editions.ts";
import type { ByteRange } from "../files/journal.ts";
import { encodeFrame, type NewFrame } from "./frame.ts";
import { Pace } from "../files/pace.ts";

/** A record that was stored, and its line in the day's journal. */
export interface StoredRecord {
  readonly record: ArticleRecord;
  readonly range: ByteRange;
}

/**
 * Writes to several days as one: when a step fails, all of them go back to what they were. A
 * crash in between leaves whole frames and lines, which are taken up at the next opening.
 */
export class EditionBatch {
  readonly #editions: Editions;
  readonly #touched = new Map<Edition, { pack: number; journal: number }>();

  constructor(editions: Editions) {
    this.#editions = editions;
  }

  /** Writes texts, and then the records that point at them; durable once resolved. */
  async addFrames(frames: readonly NewFrame[]): Promise<StoredRecord[]> {
    const pace = new Pace();
    const records: ArticleRecord[] = [];
    for (const [edition, ofDay] of await this.#byEdition(frames, ({ record }) => record.id)) {
      const encoded: Buffer[] = [];
      for (const frame of ofDay) {
        encoded.push(await encodeFrame(frame));
        await pace.rest();
      }
      const ranges = await edition.appendFrames(encoded);
      for (const [index, { record }] of ofDay.entries()) {
        const body = ranges[index];
        if (body !== undefined) records.push({ ...record, body });
      }
    }
    return this.addRecords(records);
  }

  /** Writes records whose texts are stored already; durable once resolved. */
  async addRecords(records: readonly ArticleRecord[]): Promise<StoredRecord[]> {
    const stored: StoredRecord[] = [];
    for (const [edition, ofDay] of await this.#byEdition(records, ({ id }) => id)) {
      const ranges = await edition.append(ofDay);
      for (const [index, record] of ofDay.entries()) {
        const range = ranges[index];
        if (range !== undefined) stored.push({ record, range });
      }
    }
    return stored;
  }

  /** Takes everything back. What cannot be is cut off by the next write or the next opening. */
  async undo(): Promise<void> {
    for (const [edition, mark] of this.#touched)
      await edition.goBackTo(mark).catch(() => undefined);
  }

  /** Lets go of days other than the one that is written all the time. */
  async finish(today: number): Promise<void> {
    const current = this.#editions.of(today);
    for (const edition of this.#touched.keys()) if (edition !== current) await edition.close();
  }

  async #byEdition<Item>(
    items: readonly Item[],
    idOf: (item: Item) => ArticleRecord["id"],
  ): Promise<Map<Edition, Item[]>> {
    const groups = new Map<Edition, Item[]>();
    for (const item of items) {
      const { day }: ArticlePlace = parseArticleId(idOf(item));
      const edition = this.#editions.of(day);
      const group = groups.get(edition);
      if (group === undefined) groups.set(edition, [item]);
      else group.push(item);
      if (this.#touched.has(edition)) continue;
      await edition.make();
      this.#touched.set(edition, await edition.mark());
    }
    return groups;
  }
}
