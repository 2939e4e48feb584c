import type {
  ArticleId,
  BookmarkDetails,
  Section,
  TimelineQuery,
} from "../../preload/contract/contract.ts";
import { chooseText, sectionOf } from "./shown-text.ts";
import { offlineOf, readFrame } from "./articles.ts";
import { formatArticleId, type ArticleRecord } from "./editions/article-record.ts";
import { Pace } from "./files/pace.ts";
import { flag } from "./index/article-index.ts";
import { FoundTimeline } from "./index/timeline.ts";
import { feedTitle, type Parts } from "./parts.ts";
import type { Timeline } from "./types.ts";

/** Rows that are looked at before it is asked whether others wait. */
const rowsAtOnce = 20_000;

/** What can be found of an article, as it is shown; the text as HTML. */
export interface ArticleDocument {
  readonly articleId: ArticleId;
  readonly headline: string;
  readonly html: string;
  readonly author: string;
  /** The name of its title. */
  readonly title: string;
  /** The publisher's, and those that the person gave. */
  readonly tags: readonly string[];
  /** What the person wrote to it and to its highlights. */
  readonly note: string;
  readonly section: Section | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly published: number;
  /** Another number when something of it changed. */
  readonly stamp: number;
}

/** Articles by their arrival day and number; both arrays are as long. */
export interface ArticleNumbers {
  readonly days: Uint32Array;
  readonly numbers: Uint32Array;
}

/** What an index of words is made from, and the lists that its answers become. */
export interface DocumentStore {
  /**
   * A number for each arrival day (days since 1970) that has articles: the same as long as no article
   * of it came, changed or went. In slices.
   */
  digests(): Promise<ReadonlyMap<number, number>>;
  /** The stamps of a day's articles, by their numbers. */
  stampsOf(day: number): ReadonlyMap<number, number>;
  /** Articles with their texts, as far as they are still there. */
  read(ids: readonly ArticleId[]): Promise<ArticleDocument[]>;
  /** Articles that have a mark or state now. In slices. */
  having(state: "unread" | "bookmarked" | "offline"): Promise<ArticleNumbers>;
  /** Those of some articles that lists show now, as a list; `given`: in the order as they are given. */
  listOf(ids: readonly ArticleId[], order: TimelineQuery["order"] | "given"): Timeline;
}

/** How a day's digest is made of its articles' numbers and stamps, in whatever order. */
export function digestOf(digest: number, number: number, stamp: number): number {
  return (digest + Math.imul(mix(number, stamp), 0x9e3779b1)) | 0;
}

export function documentStore(parts: Parts): DocumentStore {
  const { index, records, sources } = parts;
  const stamps = new Stamps(parts);
  return {
    async digests() {
      await parts.details.load();
      const pace = new Pace();
      const ofTitles = stamps.titles();
      const digests = new Map<number, number>();
      let [day, digest] = [-1, 0];
      for (let row = 0; row < index.length; row++) {
        if (row % rowsAtOnce === 0) await pace.rest();
        if (index.has(row, flag.gone)) continue;
        const ofRow = index.day[row] ?? 0;
        if (ofRow !== day) {
          if (day >= 0) digests.set(day, digest);
          [day, digest] = [ofRow, digests.get(ofRow) ?? 0];
        }
        digest = digestOf(digest, index.number[row] ?? 0, stamps.of(row, ofTitles));
      }
      if (day >= 0) digests.set(day, digest);
      return digests;
    },
    stampsOf(day) {
      const ofTitles = stamps.titles();
      const ofDay = index.rowsOf(day);
      return new Map(ofDay.map((row) => [index.number[row] ?? 0, stamps.of(row, ofTitles)]));
    },
    async read(ids) {
      const rows = ids.flatMap((id) => index.rowOf(id) ?? []);
      const documents: ArticleDocument[] = [];
      const ofTitles = stamps.titles();
      for (const [at, record] of (await records.read(rows)).entries()) {
        const row = rows[at] ?? 0;
        if (record === null || index.has(row, flag.gone)) continue;
        // Before the text is read: should it change meanwhile, it is noticed later.
        const stamp = stamps.of(row, ofTitles);
        const { html, page, title } = await readAll(parts, row, record);
        const written = index.has(row, flag.bookmarked) ? await parts.details.of(record.id) : null;
        documents.push({
          articleId: record.id,
          headline: record.headline,
          html: chooseText(record, { html, page }).html || record.excerpt,
          author: record.author || (record.page?.text?.author ?? ""),
          title,
          tags: [...record.tags, ...(written?.tags ?? [])],
          note: written === null ? "" : wordsOf(written),
          section: sectionOf(record) ?? sources.feed(record.feedId)?.section ?? null,
          published: record.published,
          stamp,
        });
      }
      return documents;
    },
    async having(state) {
      const pace = new Pace();
      const rows: number[] = [];
      for (let row = 0; row < index.length; row++) {
        if (row % rowsAtOnce === 0) await pace.rest();
        if (!index.has(row, flag.gone) && isIn(parts, row, state)) rows.push(row);
      }
      return {
        days: Uint32Array.from(rows, (row) => index.day[row] ?? 0),
        numbers: Uint32Array.from(rows, (row) => index.number[row] ?? 0),
      };
    },
    listOf: (ids, order) => new FoundTimeline(parts, ids, order),
  };
}

function isIn(parts: Parts, row: number, state: "unread" | "bookmarked" | "offline"): boolean {
  const { index } = parts;
  if (state === "unread") return !index.has(row, flag.read);
  if (state === "bookmarked") return index.has(row, flag.bookmarked);
  return offlineOf(parts, row) === "complete";
}

/** An article's texts and its title's name, from wherever they are still kept. */
async function readAll(
  parts: Parts,
  row: number,
  record: ArticleRecord,
): Promise<{ html: string; page: string | null; title: string }> {
  const { bookmarks, index, sources } = parts;
  const title = feedTitle(sources, record.feedId);
  const frame = await readFrame(parts, row, record);
  if (frame !== null && title !== "") return { html: frame.html, page: frame.page, title };
  const copy = index.has(row, flag.bookmarked) ? await bookmarks.read(record.id) : null;
  return {
    html: frame?.html ?? copy?.html ?? "",
    page: frame === null ? (copy?.page ?? null) : frame.page,
    title: title === "" ? (copy?.feedTitle ?? "") : title,
  };
}

/** Stamps of articles, out of the index alone. */
class Stamps {
  readonly #parts: Parts;
  #ofTitles = new Map<number, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** By title: what its name and section say, which its articles are found by. */
  titles(): ReadonlyMap<number, number> {
    const { sources } = this.#parts;
    this.#ofTitles = new Map(
      sources.followed.map(({ id, section }) => [
        id,
        hashText(`${feedTitle(sources, id)}\n${section ?? ""}`),
      ]),
    );
    return this.#ofTitles;
  }

  /** Another number for other tags and notes; 0: none. */
  #written(id: ArticleId): number {
    const details = this.#parts.details.known(id);
    if (details === undefined) return 0;
    const words = [...details.tags, wordsOf(details)].join("\n");
    return words === "" ? 0 : hashText(words);
  }

  of(row: number, ofTitles: ReadonlyMap<number, number>): number {
    const { index } = this.#parts;
    const facts = (index.page[row] ?? 0) * 256 + (index.section[row] ?? 0);
    const title = ofTitles.get(index.feed[row] ?? 0) ?? 0;
    const stamp = mix(mix(index.contentHash[row] ?? 0, facts), title);
    if (!index.has(row, flag.bookmarked)) return stamp;
    const written = this.#written(formatArticleId(index.day[row] ?? 0, index.number[row] ?? 0));
    return written === 0 ? stamp : mix(stamp, written);
  }
}

/** What a person wrote to an article, as words can be looked for in it. */
function wordsOf({ note, highlights }: BookmarkDetails): string {
  return [note, ...highlights.map((highlight) => highlight.note)].join("\n").trim();
}

/** Two numbers of 32 bits as one. */
function mix(one: number, other: number): number {
  let mixed = Math.imul(one ^ 0x85ebca6b, 0xcc9e2d51) ^ Math.imul(other + 0x27d4eb2f, 0x1b873593);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) | 0;
}

function hashText(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at));
  return hash;
}
