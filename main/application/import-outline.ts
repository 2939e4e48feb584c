import { setImmediate as nextTurn } from "node:timers/promises";
import {
  section,
  type FeedId,
  type FolderId,
  type RequestOutput,
  type Section,
} from "../../preload/contract/contract.ts";
import type { OutlineFeed } from "../feeds/feeds.ts";
import type { FeedChange } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import { addressKey } from "./feed-address.ts";
import { followFeeds, type FeedToFollow } from "./follow-feeds.ts";
import type { Progress } from "./long-tasks.ts";
import type { PrivateAddresses } from "./private-addresses.ts";
import type { RecentFeeds } from "./recent-feeds.ts";
import { RequestError } from "./request-error.ts";

type Importing = Pick<Collaborators, "library" | "announce" | "workers"> & {
  readonly recentFeeds: RecentFeeds;
  readonly privateAddresses: PrivateAddresses;
};

export interface ImportResult {
  readonly report: RequestOutput<"opml.import">;
  /** Titles to visit: the new ones, and those whose secrets the file brought. */
  readonly followed: readonly FeedId[];
}

const sections = new Map<string, Section>(
  section.options.map((name) => [name.toLowerCase(), name]),
);

/** Entries that are looked at before others get their turn. */
const entriesAtOnce = 100;
/** Longest language tag that is taken. */
const longestLanguage = 35;

/** The section that the file names, else the one that the entry's folder is named after. */
function sectionFor(feed: OutlineFeed): Section | undefined {
  return sections.get(feed.section?.trim().toLowerCase() ?? "") ?? sectionOf(feed.folder);
}

/** The section that a folder is named after, innermost first: "News / Sport" is Sport. */
function sectionOf(folder: readonly string[]): Section | undefined {
  return folder
    .toReversed()
    .map((name) => sections.get(name.trim().toLowerCase()))
    .find((found) => found !== undefined);
}

interface ImportOptions {
  /** The file itself was named by the person at the keyboard of a test or demonstration. */
  readonly isTyped?: boolean;
  /** Hears how many of the file's entries have been looked at. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Follows what an OPML file lists, in its folders (nested ones become one name, "News / Europe"). */
export async function importOutline(
  bytes: Uint8Array,
  collaborators: Importing,
  { isTyped = false, onProgress }: ImportOptions = {},
): Promise<ImportResult> {
  const { library, workers } = collaborators;
  const read = await workers.run("readOutline", { bytes });
  if (!read.ok) throw new RequestError("unreadable-file", "that is not an OPML file");
  const folders = new Map<string, FolderId>(
    library.folders.all().map(({ name, id }) => [name, id]),
  );
  let foldersCreated = 0;
  const feeds: FeedToFollow[] = [];
  const ownRules = new Map<string, FeedChange>();
  const total = read.outline.feeds.length;
  for (const [index, feed] of read.outline.feeds.entries()) {
    onProgress?.({ done: index, total });
    if (index % entriesAtOnce === entriesAtOnce - 1) await nextTurn();
    const name = feed.folder.join(" / ").slice(0, 200);
    let folderId = folders.get(name) ?? null;
    if (name !== "" && folderId === null) {
      folderId = await library.folders.add(name);
      folders.set(name, folderId);
      foldersCreated += 1;
    }
    const feedSection = sectionFor(feed);
    const { language, retention } = feed;
    if (retention !== null) ownRules.set(addressKey(feed.address), { retention });
    feeds.push({
      address: feed.address,
      ...(feed.title !== "" && { title: feed.title.slice(0, 200) }),
      ...(feed.site !== null && { site: feed.site }),
      ...(feedSection !== undefined && { section: feedSection }),
      ...(language !== null && language.length <= longestLanguage && { language }),
      ...(feed.ownTitle !== null && { ownTitle: feed.ownTitle.slice(0, 200) }),
      folderId,
      isTyped,
    });
  }
  onProgress?.({ done: total, total });
  const { followed, alreadyFollowed, regained } = await followFeeds(feeds, collaborators);
  await applyOwnRules(followed, ownRules, collaborators);
  return {
    report: {
      followed: followed.length,
      alreadyFollowed: alreadyFollowed.length,
      foldersCreated,
      skipped: [...read.outline.skipped],
    },
    followed: [...followed, ...regained],
  };
}

/** Sets how long articles of the new titles are kept, where the file says so. */
async function applyOwnRules(
  followed: readonly FeedId[],
  ownRules: ReadonlyMap<string, FeedChange>,
  { library }: Importing,
): Promise<void> {
  if (ownRules.size === 0) return;
  const changes = new Map<FeedId, FeedChange>();
  for (const [index, id] of followed.entries()) {
    if (index % entriesAtOnce === entriesAtOnce - 1) await nextTurn();
    const change = ownRules.get(addressKey(library.feeds.get(id)?.address ?? ""));
    if (change !== undefined) changes.set(id, change);
  }
  if (changes.size > 0) await library.feeds.change(changes);
}
