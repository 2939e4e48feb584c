/** The library's public file: everything else in this folder is private to it. */
import type { FileSystem } from "./files/disk.ts";
import type { DocumentStore } from "./documents.ts";
import { DiskLibrary } from "./disk-library.ts";
import type {
  ArticleStore,
  BookmarkStore,
  CopyStore,
  FeedStore,
  FolderStore,
  KeptSearchStore,
  PageStore,
  PictureStore,
  PreparationStore,
  RecordingStore,
  SettingsStore,
  UndoStore,
  Upkeep,
  ViewStore,
  VisitStore,
} from "./groups.ts";

export { LibraryError, type LibraryErrorCode } from "./files/library-error.ts";
export {
  checkMove,
  moveLibrary,
  type MoveOptions,
  type MoveReport,
} from "./copies/move-library.ts";
export { inspectLibrary, type InspectOptions } from "./inspection/inspect-library.ts";
export type { StoredThumbnail } from "./editions/article-record.ts";
export type { LibraryReport } from "./inspection/library-report.ts";
export { isRecording } from "./recordings/is-recording.ts";
export { shownRecording } from "./recordings/shown-recording.ts";
export { digestOf } from "./documents.ts";
export type { ArticleDocument, ArticleNumbers, DocumentStore } from "./documents.ts";
export type * from "./groups.ts";
export type { KeptSearch } from "./sources.ts";
export type * from "./types.ts";

/** The irreplaceable part and the archive, on this disk. Only `main/library` writes there. */
export interface Library {
  readonly folder: string;
  /** The folder cannot be written: every change is refused with `unwritable`. */
  readonly readOnly: boolean;
  /** Sentences about what was repaired or set aside, for the person to read. */
  readonly repairs: readonly string[];
  /** Calls back at each new sentence until the returned function is called. */
  watchRepairs(listener: () => void): () => void;
  readonly feeds: FeedStore;
  readonly folders: FolderStore;
  readonly visits: VisitStore;
  readonly articles: ArticleStore;
  readonly documents: DocumentStore;
  readonly bookmarks: BookmarkStore;
  readonly searches: KeptSearchStore;
  readonly pages: PageStore;
  readonly pictures: PictureStore;
  readonly recordings: RecordingStore;
  readonly preparation: PreparationStore;
  readonly settings: SettingsStore;
  readonly view: ViewStore;
  readonly upkeep: Upkeep;
  readonly undo: UndoStore;
  readonly copies: CopyStore;
  /** Writes what is open and lets go of all files. */
  close(): Promise<void>;
}

export interface LibraryOptions {
  /** The folder to keep everything in; made when missing. */
  readonly folder: string;
  /** The clock, in milliseconds since 1970-01-01 UTC. */
  readonly now?: () => number;
  /** Changes nothing on disk, even where it could: the library is `readOnly`. */
  readonly forReading?: boolean;
  /** The file calls, for tests that make them fail. */
  readonly files?: FileSystem;
}

/**
 * Opens the library, repairing what a crash may have left; `repairs` says what was done.
 * Throws `LibraryError` `newer-version`, `in-use` or `unwritable`; neither damaged files nor a full
 * disk keep it from opening, and one whose folder cannot be written opens for reading.
 */
export function openLibrary(options: LibraryOptions): Promise<Library> {
  return DiskLibrary.open(options);
}
