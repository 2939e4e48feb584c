/**
 * Measuring script: builds an index of made-up articles in the search thread, asks it, and scans the
 * same text barely. Words are drawn by Zipf's law from 40,000, 500 an article.
 */
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArticleId } from "../../preload/contract/contract.ts";
import type { ArticleDocument } from "../../main/library/library.ts";
import { parseQuery, SearchThread } from "../../main/search/search.ts";
import { Random } from "../newsstand/random.ts";
import { answer } from "./answer.ts";
import { watchHolds } from "./holds.ts";
import { spread, time, type Spread } from "./spread.ts";

export interface SearchInput {
  readonly articles: number;
  /** The thread's bundle. */
  readonly entry: string;
}

export interface SearchFigures {
  /** Articles indexed in a second by the clock. */
  readonly indexedASecond: number;
  /** Bytes of the index by bytes of the text. */
  readonly share: number;
  readonly queries: Readonly<Record<string, Spread>>;
  /** Milliseconds for finding a word in all of the text, without an index. */
  readonly scan: number;
  /** The longest that this thread was held while asking, in milliseconds. */
  readonly hold: number;
  /** Bytes that the process takes at the end, the scanned text not counted. */
  readonly memory: number;
}

const vocabulary = 40_000;
const wordsInArticle = 500;
const articlesInDay = 600;
const atOnce = 100;
const rounds = 60;
const limit = 5000;
const lastDay = 20_781;

await answer(async ({ articles, entry }: SearchInput): Promise<SearchFigures> => {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-search-"));
  const thread = new SearchThread(new URL(entry), folder);
  try {
    const random = new Random("search");
    const words = Array.from({ length: vocabulary }, (_, rank) => wordOf(rank));
    const draw = (): string => words[Math.floor(vocabulary ** random.next()) - 1] ?? "";
    const texts: Buffer[] = [];
    let indexing = 0;
    for (let at = 0; at < articles; at += atOnce) {
      const documents = Array.from({ length: Math.min(atOnce, articles - at) }, (_, next) =>
        makeDocument(at + next, articles, draw),
      );
      for (const { headline, html } of documents) texts.push(Buffer.from(`${headline} ${html}\n`));
      indexing += await time(() => thread.ask("put", documents));
    }
    const text = Buffer.concat(texts);
    texts.length = 0;
    const rank = (): number => Math.floor(vocabulary ** random.next());
    const pick = (): string => words[20 + rank()] ?? words[50] ?? "";
    const kinds: Readonly<Record<string, () => string>> = {
      "one word": pick,
      "three words": () => `${pick()} ${pick()} ${pick()}`,
      "a phrase": () => `"${words[rank()] ?? ""} ${words[rank()] ?? ""}"`,
      "as typed, three letters": () => pick().slice(0, 3),
    };
    const queries: Record<string, Spread> = {};
    const end = watchHolds();
    for (const [kind, make] of Object.entries(kinds)) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const isTyping = kind.startsWith("as typed");
        const { query } = parseQuery(make(), { today: "2026-11-24", isTyping });
        if (query === null) continue;
        const ask = { query, limit, order: "newest", marked: {}, beginnings: new Map() } as const;
        times.push(await time(() => thread.ask("search", ask)));
      }
      queries[kind] = spread(times);
    }
    const hold = end().longest;
    const scans: number[] = [];
    for (let round = 0; round < 3; round++)
      scans.push(await time(() => countIn(text, Buffer.from(` ${pick()} `))));
    return {
      indexedASecond: (articles * 1000) / indexing,
      share: (await sizeOf(folder)) / text.length,
      queries,
      scan: spread(scans).median,
      hold,
      memory: process.memoryUsage().rss - text.length,
    };
  } finally {
    await thread.close();
    await rm(folder, { recursive: true, force: true });
  }
});

function makeDocument(at: number, articles: number, draw: () => string): ArticleDocument {
  const day = lastDay - Math.floor((articles - 1 - at) / articlesInDay);
  const some = (count: number): string => Array.from({ length: count }, draw).join(" ");
  return {
    articleId: `${day}-${at + 1}` as ArticleId,
    headline: some(8),
    html: some(wordsInArticle),
    author: some(2),
    title: some(2),
    tags: [],
    note: "",
    section: null,
    published: day * 86_400_000,
    stamp: at,
  };
}

/** Common words are short: a rank in letters. */
function wordOf(rank: number): string {
  const letters = "etaoinshrdlucmfwypvbgkjqxz";
  let word = letters.charAt(rank % 26);
  for (let left = rank; left > 0; left = Math.floor(left / 26)) word += letters.charAt(left % 26);
  return `${word}${letters.charAt((rank * 7) % 26)}`;
}

function countIn(text: Buffer, word: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
