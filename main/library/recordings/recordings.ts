import type { ArticleId, FeedId } from "../../../preload/contract/contract.ts";
import type { ArticleRecord } from "../editions/article-record.ts";
import { Pace } from "../files/pace.ts";
import type { RecordingStore } from "../groups.ts";
import { FrozenTimeline } from "../index/timeline.ts";
import type { Parts } from "../parts.ts";
import type { Episode, Timeline } from "../types.ts";
import { entryFor } from "./entry-for.ts";
import { isRecording } from "./is-recording.ts";
import { PartFile } from "./part-file.ts";
import { entriesOf } from "./recordings-document.ts";
import { removeUnnamed } from "./sweep-recordings.ts";

/** Articles whose records are looked at together. */
const articlesAtOnce = 64;
/** Articles of a title among which its newest episodes are looked for. */
const searchedAtMost = 500;

export function recordingStore(parts: Parts): RecordingStore {
  const { recordings, recordingFiles: files } = parts;
  const store: RecordingStore = {
    all: () => entriesOf(recordings.data),
    of: (articleId, enclosures, index) => entryFor(parts, articleId, enclosures, index),
    episode: async (articleId, index) => {
      const record = await recordOf(parts, articleId);
      return record === null
        ? null
        : (episodesIn(record).find((one) => one.index === index) ?? null);
    },
    newestOf: (feedId, count) => newestOf(parts, feedId, count),
    among: (list) => among(parts, list),
    async put(entries) {
      if (entries.length > 0) await recordings.commit({ put: [...entries], forget: [] });
    },
    async forget(entries) {
      if (entries.length === 0) return;
      const forget = entries.map(({ articleId, address }) => ({ articleId, address }));
      await recordings.commit({ put: [], forget });
      await removeUnnamed(parts, entries);
    },
    async letGo(entries) {
      if (entries.length === 0) return;
      const released = entries.map((entry) => ({ ...entry, ...nothingHere }));
      await recordings.commit({ put: released, forget: [] });
      await removeUnnamed(parts, entries);
    },
    path: (name) => files.path(name),
    openPart: (address, version, received) => files.openPart(address, version, received),
    keep: (part, extension) => {
      if (!(part instanceof PartFile))
        throw new TypeError("This recording is not one of this library.");
      return files.keep(part, extension);
    },
    removePart: (address, version) => files.removePart(address, version),
    isBookmarked: (articleId) => parts.statuses.data.bookmarks.has(articleId),
  };
  return store;
}

const nothingHere = {
  state: "none",
  file: null,
  bytes: 0,
  part: null,
  failure: null,
  nextTry: null,
  attempts: 0,
} as const;

async function newestOf(parts: Parts, feedId: FeedId, count: number): Promise<Episode[]> {
  const query = { scope: { kind: "feed", feedId }, filter: "all", order: "newest" } as const;
  const rows = new FrozenTimeline(parts, query).rows.subarray(0, searchedAtMost);
  const episodes: Episode[] = [];
  for (let at = 0; at < rows.length && episodes.length < count; at += articlesAtOnce)
    for (const record of await parts.records.read(rows.subarray(at, at + articlesAtOnce))) {
      // The others of an article are other forms of the same, or extras.
      const [first] = record === null ? [] : episodesIn(record);
      if (first !== undefined) episodes.push(first);
    }
  return episodes.slice(0, count);
}

async function among(parts: Parts, list: Timeline): Promise<Episode[]> {
  if (!(list instanceof FrozenTimeline))
    throw new TypeError("This timeline is not one of this library.");
  const pace = new Pace();
  const episodes: Episode[] = [];
  for (let at = 0; at < list.rows.length; at += articlesAtOnce) {
    for (const record of await parts.records.read(list.rows.subarray(at, at + articlesAtOnce)))
      if (record !== null) episodes.push(...episodesIn(record));
    await pace.rest();
  }
  return episodes;
}

async function recordOf(parts: Parts, articleId: ArticleId): Promise<ArticleRecord | null> {
  const row = parts.index.rowOf(articleId);
  if (row === undefined) return null;
  const [record] = await parts.records.read([row]);
  return record ?? null;
}

function episodesIn({ id, feedId, enclosures }: ArticleRecord): Episode[] {
  return enclosures.flatMap((enclosure, index) =>
    isRecording(enclosure) ? [{ articleId: id, feedId, index, enclosures, enclosure }] : [],
  );
}
