import { Low } from "lowdb";
import { join } from "node:path";
import { isArticleRecord, type ArticleRecord, type BodyPlace } from "./article-record.ts";
import type { Disk } from "../files/disk.ts";
import { sameFacts, sameFile, type EditionFacts } from "./edition-facts.ts";
import { EditionFile, type LocatedRecord } from "./edition-file.ts";
import { adoptFrames, lostTexts } from "./edition-repair.ts";
import { Journal, type ByteRange } from "../files/journal.ts";
import type { Frame } from "./frame.ts";
import { DayPacks } from "./day-packs.ts";
import { ignoreFullDisk } from "../files/library-error.ts";
import { Pace } from "../files/pace.ts";
import type { Repairs } from "../files/repairs.ts";

/** A record with its place: in the sealed document, or in the journal beside it. */
export interface PlacedRecord extends LocatedRecord {
  readonly inJournal: boolean;
}

export const sealedName = "articles.json";
export const journalName = "articles.log";

/**
 * One arrival day: a sealed document (once the day is over), a journal of what came since, and
 * the pack of texts. The journal's records win; the pack alone is enough to rebuild the rest.
 */
export class Edition {
  readonly folder: string;
  readonly #disk: Disk;
  readonly #repairs: Repairs;
  readonly #journal: Journal;
  readonly #packs: DayPacks;
  #isRead = false;
  #moving: Promise<unknown> | null = null;
  /** How the files were when the library was opened, until one of them is written to. */
  #unchanged: EditionFacts | null = null;

  constructor(disk: Disk, folder: string, repairs: Repairs) {
    this.#disk = disk;
    this.folder = folder;
    this.#repairs = repairs;
    this.#packs = new DayPacks(disk, folder);
    this.#journal = new Journal(disk, join(folder, journalName), repairs);
  }

  /** Reads every record, mending what can be mended. */
  scan(): Promise<PlacedRecord[]> {
    return this.#scan(true);
  }

  /**
   * Whether the day's files are as they were. A sealed day is one of hundreds: its names tell which
   * files there are, so that none is looked for in vain.
   */
  async isAsBefore(before: EditionFacts): Promise<boolean> {
    const names = await this.#disk.list(this.folder);
    const isSealed = before.journal === null && !names.includes(journalName);
    if (before.sealed === null || !isSealed || before.pack === 0)
      return sameFacts(before, await this.facts());
    const [pack, ...others] = names.filter((name) => name.endsWith(".pack"));
    if (pack === undefined || others.length > 0) return sameFacts(before, await this.facts());
    const [sealed, texts] = await Promise.all(
      [sealedName, pack].map((name) => this.#disk.look(join(this.folder, name))),
    );
    if (!sameFile(before.sealed, sealed ?? null) || texts?.size !== before.pack) return false;
    this.#unchanged = before;
    return true;
  }

  async facts(): Promise<EditionFacts> {
    const [sealed, journal, pack] = await Promise.all([
      this.#disk.look(join(this.folder, sealedName)),
      this.#disk.look(join(this.folder, journalName)),
      this.packSize(),
    ]);
    return { sealed, journal, pack };
  }

  /** Bytes of the day's texts. */
  async packSize(): Promise<number> {
    return this.#unchanged?.pack ?? (await this.#packs.current()).size();
  }

  /** Bytes of the day's records and texts. */
  async size(): Promise<number> {
    const { sealed, journal, pack } = this.#unchanged ?? (await this.facts());
    return (sealed?.size ?? 0) + (journal?.size ?? 0) + pack;
  }

  /** Whether a record names a stored picture. */
  async hasPictures(): Promise<boolean> {
    for (const name of [sealedName, journalName]) {
      const bytes = await this.#disk.read(join(this.folder, name));
      if (bytes?.includes('"media":"') === true) return true;
    }
    return false;
  }

  /** An article's text, or null when it is missing or damaged. */
  readBody(body: BodyPlace): Promise<Frame | null> {
    return this.#packs.of(body.pack ?? 0).read(body);
  }

  /** Adds encoded frames to the day's pack, durable once resolved, and tells where each lies. */
  appendFrames(frames: readonly Buffer[]): Promise<BodyPlace[]> {
    this.#unchanged = null;
    return this.#packs.append(frames);
  }

  /** Adds records to the journal, durable once resolved. Their frames must be there before. */
  async append(records: readonly ArticleRecord[]): Promise<ByteRange[]> {
    this.#unchanged = null;
    if (!this.#isRead) await this.#readJournal();
    return Promise.all(records.map((record) => this.#journal.append(record)));
  }

  /** Makes the folder, before the first write. */
  async make(): Promise<void> {
    await this.#disk.makeFolder(this.folder);
  }

  /** Sizes to go back to when a batch fails. */
  async mark(): Promise<{ pack: number; journal: number }> {
    if (!this.#isRead) await this.#readJournal();
    const pack = await this.#packs.current();
    return { pack: await pack.size(), journal: this.#journal.size };
  }

  async goBackTo(mark: { pack: number; journal: number }): Promise<void> {
    this.#unchanged = null;
    await this.#journal.cutBackTo(mark.journal);
    await (await this.#packs.current()).cutBackTo(mark.pack);
  }

  /** Resolves at once, or when records that are just being moved have their new places. */
  async settled(): Promise<void> {
    await this.#moving;
  }

  /**
   * Folds the journal into the sealed document. `show` is told the records' new places while both
   * files are there, so that a reader finds each record at the old place or at the new one.
   */
  async seal(show: (moved: readonly PlacedRecord[]) => Promise<void>): Promise<void> {
    if ((await this.#disk.look(join(this.folder, journalName))) === null) return;
    await this.#move(async () => {
      // That no text lacks its record was seen to when the library was opened.
      await show(await this.#write(await this.#scan(false)));
      await this.close();
      await this.#disk.remove(join(this.folder, journalName));
      await this.#disk.syncFolder(this.folder);
      this.#isRead = false;
    });
  }

  /**
   * Writes the day without some of its articles: a new pack, then the document that points at it,
   * and last removes the old pack. After a crash either all of them are there or only those kept.
   */
  async rewrite(
    isKept: (record: ArticleRecord) => boolean,
    show: (moved: readonly PlacedRecord[]) => Promise<void>,
  ): Promise<void> {
    await this.seal(show);
    await this.#move(async () => {
      const kept = (await this.#scan(false)).filter(({ record }) => isKept(record));
      const bodies = await this.#packs.copy(kept.map(({ record }) => record.body));
      const moved = kept.map((placed, at) => {
        const body = bodies[at] ?? placed.record.body;
        return { ...placed, record: { ...placed.record, body } };
      });
      await show(await this.#write(moved));
      await this.#packs.settle(bodies);
      this.#unchanged = null;
    });
  }

  async close(): Promise<void> {
    await this.#journal.close();
  }

  get #name(): string {
    return this.folder.slice(-"2026-11-23".length);
  }

  #document(): Low<LocatedRecord[]> {
    const path = join(this.folder, sealedName);
    return new Low<LocatedRecord[]>(new EditionFile(this.#disk, path, this.#repairs), []);
  }

  /** `mayLack`: a day without a document may have texts whose records a crash has prevented. */
  async #scan(mayLack: boolean): Promise<PlacedRecord[]> {
    this.#unchanged = null;
    const pace = new Pace();
    const records = new Map<string, PlacedRecord>();
    const hasDocument = (await this.#disk.look(join(this.folder, sealedName))) !== null;
    const sealed = await this.#document().adapter.read();
    for (const located of sealed ?? []) {
      records.set(located.record.id, { ...located, inJournal: false });
      await pace.rest();
    }
    const journal = await this.#readJournal();
    for (const { value, offset, length } of journal.lines) {
      if (isArticleRecord(value))
        records.set(value.id, { record: value, range: { offset, length }, inJournal: true });
      await pace.rest();
    }
    // What is listed must not be lost any more; and the cache takes a file's size for its content.
    if (mayLack && journal.lines.length > 0) await this.#journal.sync();
    const isDamaged = journal.damaged || (hasDocument && sealed === null);
    if (isDamaged || (mayLack && sealed === null)) await this.#adoptFrames(records);
    const all = [...records.values()];
    await this.#packs.settle(all.map(({ record }) => record.body));
    const lost = lostTexts(all, await this.#packs.sizes());
    if (lost > 0) this.#repairs.tell(`The texts of ${lost} articles of ${this.#name} are missing.`);
    return all;
  }

  async #write(records: readonly PlacedRecord[]): Promise<PlacedRecord[]> {
    const document = this.#document();
    document.data = [...records];
    await document.write();
    return document.data.map((located) => ({ ...located, inJournal: false }));
  }

  async #readJournal(): ReturnType<Journal["read"]> {
    await this.#journal.close();
    this.#isRead = true;
    return this.#journal.read();
  }

  async #move(act: () => Promise<void>): Promise<void> {
    const moving = act();
    // Whoever waits for it only wants to know when it is over.
    this.#moving = moving.catch(() => undefined);
    try {
      await moving;
    } finally {
      this.#moving = null;
    }
  }

  /** Like `append`, with the room that is reserved for what matters most. */
  async #appendAtAnyPrice(records: readonly ArticleRecord[]): Promise<ByteRange[]> {
    try {
      return await this.append(records);
    } catch (error) {
      if (!(await this.#disk.relieve(error, true))) throw error;
      return this.append(records);
    }
  }

  /** Takes up frames whose record was lost: by a crash between pack and journal, or by damage. */
  async #adoptFrames(records: Map<string, PlacedRecord>): Promise<void> {
    const adopted = await adoptFrames(records, await this.#packs.frames());
    if (adopted.length === 0) return;
    await this.#packs.sync();
    let ranges: ByteRange[];
    try {
      ranges = await this.#appendAtAnyPrice(adopted);
    } catch (error) {
      ignoreFullDisk(error);
      this.#repairs.tell(
        `${adopted.length} articles of ${this.#name} can be recovered once there is room on the disk.`,
      );
      return;
    }
    const pace = new Pace();
    for (const [index, record] of adopted.entries()) {
      const range = ranges[index];
      if (range !== undefined) records.set(record.id, { record, range, inJournal: true });
      await pace.rest();
    }
    this.#repairs.tell(
      `${adopted.length} articles of ${this.#name} were recovered from the day's texts.`,
    );
  }
}
