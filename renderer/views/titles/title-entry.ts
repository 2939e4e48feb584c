import type {
  FeedId,
  FeedSummary,
  Folder,
  TitleRecord,
} from "../../../preload/contract/contract.ts";

/** All that the manager knows of a title. */
export interface TitleEntry {
  readonly feed: FeedSummary;
  /** Null until it has been asked for. */
  readonly record: TitleRecord | null;
  /** The name of its folder; empty for none. */
  readonly folder: string;
}

/** Titles with their records and folders, by their numbers. */
export function titleEntries(
  feeds: readonly FeedSummary[],
  folders: readonly Folder[],
  records: ReadonlyMap<FeedId, TitleRecord>,
): ReadonlyMap<number, TitleEntry> {
  const names = new Map(folders.map(({ id, name }) => [id, name]));
  return new Map(
    feeds.map((feed) => [
      feed.id,
      {
        feed,
        record: records.get(feed.id) ?? null,
        folder: feed.folderId === null ? "" : (names.get(feed.folderId) ?? ""),
      },
    ]),
  );
}
