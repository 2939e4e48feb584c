import { createHash } from "node:crypto";
import type { ArticleId } from "../../../preload/contract/contract.ts";
import { numbersOf, type ArticleBits } from "../article-bits.ts";
import { Pace } from "../files/pace.ts";
import { formatRanges } from "../number-ranges.ts";
import type { Parts } from "../parts.ts";
import type { SourcesDocument } from "../sources.ts";
import type { BackupStatuses } from "./backup-format.ts";

/** What a backup is about, as it was at one moment. */
export interface BackupFacts {
  readonly sources: SourcesDocument;
  readonly statuses: BackupStatuses;
  /** How many articles are read. */
  readonly read: number;
  /** Another one as soon as anything of it changes. */
  readonly digest: string;
}

/** Titles, settings and marks as they are now; the library's id is made when it has none. */
export async function collectFacts(parts: Parts): Promise<BackupFacts> {
  const { bookmarks, details, sources, statuses } = parts;
  // Where nothing can be written, a backup still can: it then does without the id.
  await sources.identify().catch(() => null);
  const marks = Object.fromEntries(statuses.data.bookmarks);
  const { document } = sources;
  const pace = new Pace();
  const { ranges: read, count } = await listNumbers(statuses.data.read, pace);
  const { ranges: gone } = await listNumbers(statuses.data.gone, pace);
  const hash = createHash("sha256").update(JSON.stringify([document, marks]));
  for (const articles of [read, gone]) {
    for (const [day, ranges] of Object.entries(articles)) hash.update(`${day}:${ranges};`);
    hash.update(";");
  }
  for (const id of Object.keys(marks) as ArticleId[]) {
    const copy = await bookmarks.look(id);
    hash.update(`${id}:${copy?.size ?? 0}:${copy?.changed ?? 0};`);
    const written = await details.look(id);
    if (written !== null) hash.update(`${written.size}:${written.changed};`);
    await pace.rest();
  }
  return {
    sources: document,
    statuses: { read, bookmarks: marks },
    read: count,
    digest: hash.digest("hex"),
  };
}

/** Articles by arrival day, as ranges such as `1-40,42`, and how many there are. */
async function listNumbers(articles: ArticleBits, pace: Pace) {
  const ranges: Record<string, string> = {};
  let count = 0;
  for (const day of [...articles.keys()].sort((a, b) => a - b)) {
    const numbers = numbersOf(articles, day);
    count += numbers.length;
    if (numbers.length > 0) ranges[day] = formatRanges(numbers);
    await pace.rest();
  }
  return { ranges, count };
}
