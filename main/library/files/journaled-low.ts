import { Low, type Adapter } from "lowdb";
import { basename, dirname } from "node:path";
import type { Disk } from "./disk.ts";
import { DurableJsonFile, type Codec } from "./durable-json-file.ts";
import { Journal } from "./journal.ts";
import type { Repairs } from "./repairs.ts";

/** What is kept, how a change alters it, and how both are stored. */
export interface JournaledDocument<T extends object, Op, Result> extends Codec<T> {
  empty(): T;
  /** A stored change, or null when it is none that this version knows. */
  decodeOp(stored: unknown): Op | null;
  /** Makes the change. Must be idempotent: after a crash a change may be made twice. */
  reduce(document: T, op: Op): Result;
}

export interface JournaledLowOptions<T extends object, Op, Result> {
  readonly disk: Disk;
  /** Path without generation and extension: `…/statuses` gives `…/statuses.<generation>.json`. */
  readonly path: string;
  readonly document: JournaledDocument<T, Op, Result>;
  readonly repairs: Repairs;
}

/** When a journal is folded into a new snapshot. */
const opsPerSnapshot = 5000;
const bytesPerSnapshot = 1_000_000;

/** A lowdb adapter for numbered snapshots: reads the newest good one, writes the next. */
class Generations<T extends object> implements Adapter<T> {
  /** The snapshot that was read or written last; 0 when there is none. */
  base = 0;
  /** The number that the next snapshot will carry. */
  next = 1;
  readonly #options: JournaledLowOptions<T, never, unknown>;

  constructor(options: JournaledLowOptions<T, never, unknown>) {
    this.#options = options;
  }

  async read(): Promise<T | null> {
    const generations = await this.list(".json");
    for (const generation of generations.reverse()) {
      const document = await this.#file(generation).read();
      if (document !== null) {
        this.base = generation;
        return document;
      }
    }
    return null;
  }

  async write(document: T): Promise<void> {
    const generation = this.next;
    await this.#file(generation).write(document);
    this.base = generation;
  }

  pathOf(generation: number, extension: string): string {
    return `${this.#options.path}.${generation}${extension}`;
  }

  async list(extension: string): Promise<number[]> {
    const { disk, path } = this.#options;
    const start = `${basename(path)}.`;
    return (await disk.list(dirname(path)))
      .filter((name) => name.startsWith(start) && name.endsWith(extension))
      .map((name) => name.slice(start.length, -extension.length))
      .filter((text) => /^\d{1,9}$/.test(text))
      .map(Number)
      .sort((a, b) => a - b);
  }

  #file(generation: number): DurableJsonFile<T> {
    const { disk, document, repairs } = this.#options;
    return new DurableJsonFile({
      disk,
      path: this.pathOf(generation, ".json"),
      codec: document,
      repairs,
    });
  }
}

/**
 * A lowdb database for what changes often: `commit` appends one line to a journal, `write` folds
 * the journal into a snapshot of the next generation. The newest two generations are kept, so a
 * damaged snapshot loses nothing: the one before it and the journals of both give the same.
 */
export class JournaledLow<T extends object, Op, Result = void> extends Low<T> {
  readonly #options: JournaledLowOptions<T, Op, Result>;
  readonly #generations: Generations<T>;
  #journal: Journal;
  #ops = 0;
  #pending = 0;
  /** Resolves when the journal before the present one holds all that was appended to it. */
  #turning: Promise<void> | null = null;
  #writing: Promise<void> | null = null;
  /** Everything was there and whole when it was read. */
  intact = true;

  constructor(options: JournaledLowOptions<T, Op, Result>) {
    const generations = new Generations<T>(options as never);
    super(generations, options.document.empty());
    this.#options = options;
    this.#generations = generations;
    this.#journal = this.#journalOf(0);
  }

  override async read(): Promise<void> {
    const { repairs, document, path } = this.#options;
    const known = repairs.sentences.length;
    const snapshots = await this.#generations.list(".json");
    const journals = await this.#generations.list(".log");
    await super.read();
    const { base } = this.#generations;
    const newest = Math.max(base, ...snapshots, ...journals);
    if (base === 0 && newest > 0 && !journals.includes(0))
      repairs.tell(
        `No good snapshot of ${basename(path)} was left; what its journals hold is used.`,
      );
    for (const generation of journals.filter((number) => number >= base)) {
      const journal = this.#journalOf(generation);
      for (const line of (await journal.read()).lines) {
        const op = document.decodeOp(line.value);
        if (op !== null) document.reduce(this.data, op);
        this.#ops++;
      }
      if (generation === newest) this.#journal = journal;
    }
    if (!journals.includes(newest)) this.#journal = this.#journalOf(newest);
    this.#generations.next = newest + 1;
    this.intact = repairs.sentences.length === known;
  }

  /** Stores a change, then makes it. Rejects, and changes nothing, when it cannot be stored. */
  async commit(op: Op): Promise<Result> {
    this.#pending++;
    try {
      while (this.#turning !== null) await this.#turning;
      await this.#journal.append(op);
      this.#ops++;
      return this.#options.document.reduce(this.data, op);
    } finally {
      this.#pending--;
      if (this.#ops >= opsPerSnapshot || this.#journal.size >= bytesPerSnapshot)
        // Nothing is lost when this fails: the journals stay, and the next change tries again.
        void this.write().catch(() => undefined);
    }
  }

  /** Changes on their way to the disk. */
  get pending(): number {
    return this.#pending;
  }

  /** Writes a snapshot of the next generation. */
  override write(): Promise<void> {
    this.#writing ??= this.#writeSnapshot().finally(() => (this.#writing = null));
    return this.#writing;
  }

  /** Folds the journal in and lets go of the files. */
  async close(): Promise<void> {
    await this.#writing?.catch(() => undefined);
    if (this.#ops > 0) await this.write().catch(() => undefined);
    await this.#journal.close();
  }

  /**
   * New changes go to the next generation's journal before its snapshot is written, so whether or
   * not the snapshot comes to be, snapshot and journals from there on hold everything.
   */
  async #writeSnapshot(): Promise<void> {
    const generations = this.#generations;
    const before = this.#journal;
    this.#journal = this.#journalOf(generations.next);
    this.#ops = 0;
    this.#turning = before.close();
    await this.#turning;
    this.#turning = null;
    try {
      await super.write();
    } finally {
      generations.next++;
    }
    await this.#removeOld(generations.base);
  }

  async #removeOld(newest: number): Promise<void> {
    const keep = (await this.#generations.list(".json")).filter((number) => number < newest).pop();
    // The first snapshot has none before it: only the journals can stand in for it.
    if (keep === undefined) return;
    for (const extension of [".json", ".log"])
      for (const generation of await this.#generations.list(extension))
        if (generation < keep)
          await this.#options.disk.remove(this.#generations.pathOf(generation, extension));
  }

  #journalOf(generation: number): Journal {
    const { disk, repairs } = this.#options;
    return new Journal(disk, this.#generations.pathOf(generation, ".log"), repairs);
  }
}
