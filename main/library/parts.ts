import type { ArticleIndex } from "./index/article-index.ts";
import type { Bookmarks } from "./bookmarks/bookmarks.ts";
import type { OwnDetails } from "./bookmarks/own-details.ts";
import type { ClockGuard } from "./retention/clock-guard.ts";
import type { Disk } from "./files/disk.ts";
import type { Editions } from "./editions/editions.ts";
import type { IndexCache } from "./index/index-cache.ts";
import type { KeyIndex } from "./index/key-index.ts";
import type { ListedArticles } from "./index/listed-articles.ts";
import type { JournaledLow } from "./files/journaled-low.ts";
import type { Media } from "./media.ts";
import type { RecordingFiles } from "./recordings/recording-files.ts";
import type { Recordings, RecordingsOp } from "./recordings/recordings-document.ts";
import type { PreparationFile } from "./preparation-file.ts";
import type { RecordReader } from "./editions/record-reader.ts";
import type { Repairs } from "./files/repairs.ts";
import type { Sources } from "./sources.ts";
import type { MarkedNumbers, Statuses, StatusOp } from "./statuses.ts";
import type { TagIndex } from "./index/tag-index.ts";
import type { Tombstones } from "./retention/tombstones.ts";
import type { ViewFile } from "./view-file.ts";
import type { Visits, VisitsOp } from "./visits.ts";
import type { WriteQueue } from "./files/write-queue.ts";
import type { FeedId } from "../../preload/contract/contract.ts";

/** What an open library is made of; its acts take what they need from here. */
export interface Parts {
  readonly folder: string;
  readonly now: () => number;
  readonly disk: Disk;
  readonly repairs: Repairs;
  readonly index: ArticleIndex;
  readonly editions: Editions;
  readonly records: RecordReader;
  /** The index as it was at the last closing. */
  readonly cache: IndexCache;
  /** Read when they are first needed. */
  readonly keys: KeyIndex;
  readonly tags: TagIndex;
  /** Read when they are first needed. */
  readonly listed: ListedArticles;
  readonly sources: Sources;
  readonly statuses: JournaledLow<Statuses, StatusOp, MarkedNumbers>;
  readonly visits: JournaledLow<Visits, VisitsOp, undefined>;
  /** Read when they are first needed. */
  readonly tombstones: Tombstones;
  readonly clock: ClockGuard;
  readonly preparation: PreparationFile;
  readonly bookmarks: Bookmarks;
  /** What a person wrote to bookmarks; read soon after opening. */
  readonly details: OwnDetails;
  readonly media: Media;
  readonly recordings: JournaledLow<Recordings, RecordingsOp, undefined>;
  readonly recordingFiles: RecordingFiles;
  readonly view: ViewFile;
  /** Everything that writes editions or bookmarks waits its turn here. */
  readonly queue: WriteQueue;
}

/** The name that a title goes by; empty for one that is not known. */
export function feedTitle(sources: Sources, id: FeedId): string {
  const feed = sources.feed(id);
  return feed?.ownTitle ?? feed?.publisherTitle ?? "";
}
