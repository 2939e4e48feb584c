import { open, rename, rm } from "node:fs/promises";
import { writeOutline, type OutlineFeed } from "../feeds/feeds.ts";
import type { Feed, Library } from "../library/library.ts";
import { RequestError } from "./request-error.ts";
import { storageFailure } from "./storage-failure.ts";

/**
 * Writes the followed titles with their folders, in the sidebar's order, as OPML 2.0: whole, or not
 * at all. Names and passwords in addresses stay here. `now` in milliseconds since 1970-01-01 UTC.
 */
export async function exportTitles(
  path: string,
  { feeds, folders }: Pick<Library, "feeds" | "folders">,
  now: number,
): Promise<void> {
  const names = new Map(folders.all().map(({ id, name }) => [id, name]));
  const folderOf = ({ folderId }: Feed): readonly string[] => {
    const name = folderId === null ? undefined : names.get(folderId);
    return name === undefined ? [] : [name];
  };
  const outline = feeds.followed().map((feed): OutlineFeed => ({
    address: feed.address,
    title: feed.publisherTitle,
    ownTitle: feed.ownTitle,
    site: feed.site,
    folder: folderOf(feed),
    section: feed.section,
    language: feed.language,
    retention: feed.retention,
  }));
  const text = writeOutline({ title: "Broadsheet", created: now, feeds: outline });
  try {
    await replaceFile(path, text);
  } catch (error) {
    throw new RequestError(storageFailure(error), "the titles could not be written");
  }
}

/** What was there before stays until the new one is on disk. */
async function replaceFile(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, "w");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
