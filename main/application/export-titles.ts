import { open, rename, rm } from "node:fs/promises";
import { writeOutline, type OutlineFeed } from "../feeds/feeds.ts";
import { publicAddress, publicSite } from "../fetching/fetching.ts";
import type { Feed } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { PrivateAddresses } from "./private-addresses.ts";
import { RequestError } from "./request-error.ts";
import { storageFailure } from "./storage-failure.ts";

type Exporting = Pick<Collaborators, "library" | "now"> & {
  readonly privateAddresses: PrivateAddresses;
};

/**
 * Writes the followed titles with their folders, in the sidebar's order, as OPML 2.0: whole, or not
 * at all. Passwords and tokens in addresses stay here unless `withSecrets`: then whoever reads the
 * file can read the private titles.
 */
export async function exportTitles(
  path: string,
  { library, privateAddresses, now }: Exporting,
  withSecrets: boolean,
): Promise<void> {
  const { feeds, folders } = library;
  const names = new Map(folders.all().map(({ id, name }) => [id, name]));
  const folderOf = ({ folderId }: Feed): readonly string[] => {
    const name = folderId === null ? undefined : names.get(folderId);
    return name === undefined ? [] : [name];
  };
  const addressOf = async ({ address }: Feed): Promise<string> =>
    (withSecrets ? await privateAddresses.fullAddress(address) : null) ?? publicAddress(address);
  const addresses = await Promise.all(feeds.followed().map(addressOf));
  const outline = feeds.followed().map((feed, index): OutlineFeed => ({
    address: addresses[index] ?? "",
    title: feed.publisherTitle,
    ownTitle: feed.ownTitle,
    site: feed.site === null ? null : publicSite(feed.site),
    folder: folderOf(feed),
    section: feed.section,
    language: feed.language,
    retention: feed.retention,
  }));
  // What they hold is decided already.
  const text = writeOutline({
    title: "Broadsheet",
    created: now(),
    feeds: outline,
    withSecrets: true,
  });
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
