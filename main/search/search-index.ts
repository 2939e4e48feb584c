import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ArticleId } from "../../preload/contract/contract.ts";
import { digestOf } from "../library/library.ts";
import { compileQuery } from "./compile-query.ts";
import type { QueryNode } from "./query/types.ts";
import { articleOf, dayOfRow, numberOfRow, rowAt, rowOf, shardOf } from "./row-ids.ts";
import { Shard } from "./shard.ts";
import type { ArticleMarks, SearchDocument, SearchHits, SearchOptions } from "./types.ts";

/** Hits whose relevance is compared: the newest ones. */
const mostCompared = 3000;
/** Open files at most; each has a cache of some megabytes. */
const mostOpen = 8;

const noMarks: ArticleMarks = {
  unread: () => false,
  bookmarked: () => false,
  offline: () => false,
};

/**
 * The index of all articles' words, in files of thirty days: derived, so that whatever is wrong with
 * one is mended by making it anew. It blocks its thread, and belongs into one of its own.
 */
export class SearchIndex {
  readonly #folder: string;
  readonly #open = new Map<number, Shard>();
  #marks = noMarks;

  /** Makes the folder when it is missing. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Puts articles in, in place of what was there of them. */
  put(documents: readonly SearchDocument[]): void {
    const shards = Map.groupBy(documents, ({ articleId }) => shardOf(rowOf(articleId)));
    for (const [number, group] of shards) this.#shard(number).put(group);
  }

  remove(ids: readonly ArticleId[]): void {
    const shards = Map.groupBy(ids.map(rowOf), shardOf);
    for (const [number, rows] of shards) this.#shard(number).remove(rows);
  }

  /** Finds what fits, in files from the newest on until there is enough. */
  search(query: QueryNode, { limit, order, marks, beginningOf }: SearchOptions): SearchHits {
    const compiled = compileQuery(query, beginningOf);
    const wanted = order === "newest" ? limit : Math.max(limit, mostCompared);
    const rows: number[] = [];
    const weights = new Map<number, number>();
    this.#marks = marks;
    for (const number of this.#numbers()) {
      // One more than is wanted tells that there are more.
      const shard = this.#shard(number);
      const found = shard.newest(compiled, wanted + 1 - rows.length);
      rows.push(...found);
      if (order === "relevance" && compiled.match !== null && found.length > 0)
        for (const [row, weight] of shard.weigh(compiled.match, found)) weights.set(row, weight);
      if (rows.length > wanted) break;
    }
    this.#marks = noMarks;
    const hasMore = rows.length > limit;
    if (order === "relevance")
      rows.sort((one, other) => (weights.get(one) ?? 0) - (weights.get(other) ?? 0) || other - one);
    return { articleIds: rows.slice(0, limit).map(articleOf), hasMore };
  }

  /** A digest of what is in here of each day (in days since 1970), made as `digestOf` does. */
  digests(): Map<number, number> {
    const digests = new Map<number, number>();
    for (const number of this.#numbers())
      for (const { row, stamp } of this.#shard(number).stamps()) {
        const day = dayOfRow(row);
        digests.set(day, digestOf(digests.get(day) ?? 0, numberOfRow(row), stamp));
      }
    return digests;
  }

  /** The stamps of a day's articles, by their numbers. */
  stampsOf(day: number): Map<number, number> {
    const [from, until] = [rowAt(day, 0), rowAt(day + 1, 0)];
    if (!this.#numbers().includes(shardOf(from))) return new Map();
    const stamps = this.#shard(shardOf(from)).stamps(from, until);
    return new Map(stamps.map(({ row, stamp }) => [numberOfRow(row), stamp]));
  }

  /** Makes it empty. */
  clear(): void {
    this.close();
    for (const number of this.#numbers()) this.#discard(number);
  }

  close(): void {
    for (const shard of this.#open.values()) shard.close();
    this.#open.clear();
  }

  /** The numbers of the files there are, newest first. */
  #numbers(): number[] {
    return readdirSync(this.#folder)
      .flatMap((name) => /^(\d+)\.db$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((one, other) => other - one);
  }

  #shard(number: number): Shard {
    const known = this.#open.get(number);
    if (known !== undefined) {
      this.#open.delete(number);
      this.#open.set(number, known);
      return known;
    }
    const [oldest] = this.#open;
    if (oldest !== undefined && this.#open.size >= mostOpen) {
      oldest[1].close();
      this.#open.delete(oldest[0]);
    }
    const shard = this.#openFile(number);
    this.#open.set(number, shard);
    return shard;
  }

  #openFile(number: number): Shard {
    const path = join(this.#folder, `${number}.db`);
    const marks = () => this.#marks;
    try {
      return new Shard(path, marks);
    } catch {
      // Damaged, or of another version: whoever keeps the index sees that its days are missing.
      this.#discard(number);
      return new Shard(path, marks);
    }
  }

  #discard(number: number): void {
    for (const end of ["", "-wal", "-shm"])
      rmSync(join(this.#folder, `${number}.db${end}`), { force: true });
  }
}
