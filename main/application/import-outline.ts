import {
  section,
  type FolderId,
  type RequestOutput,
  type Section,
} from "../../preload/contract/contract.ts";
import type { Collaborators } from "./collaborators.ts";
import { followFeeds, type FeedToFollow, type FollowResult } from "./follow-feeds.ts";
import type { RecentFeeds } from "./recent-feeds.ts";
import { RequestError } from "./request-error.ts";

type Importing = Pick<Collaborators, "library" | "announce" | "workers"> & {
  readonly recentFeeds: RecentFeeds;
};

export interface ImportResult {
  readonly report: RequestOutput<"opml.import">;
  readonly followed: FollowResult["followed"];
}

const sections = new Map<string, Section>(
  section.options.map((name) => [name.toLowerCase(), name]),
);

/** The section that a folder is named after, innermost first: "News / Sport" is Sport. */
function sectionOf(folder: readonly string[]): Section | undefined {
  return folder
    .toReversed()
    .map((name) => sections.get(name.trim().toLowerCase()))
    .find((found) => found !== undefined);
}

/**
 * Follows what an OPML file lists, in its folders (nested ones become one name, "News / Europe").
 * `isTyped`: the file itself was named by the person at the keyboard of a test or demonstration.
 */
export async function importOutline(
  text: string,
  collaborators: Importing,
  isTyped = false,
): Promise<ImportResult> {
  const { library, workers } = collaborators;
  const read = await workers.run("readOutline", { text });
  if (!read.ok) throw new RequestError("unreadable-file", "that is not an OPML file");
  const folders = new Map<string, FolderId>(
    library.folders.all().map(({ name, id }) => [name, id]),
  );
  let foldersCreated = 0;
  const feeds: FeedToFollow[] = [];
  for (const feed of read.outline.feeds) {
    const name = feed.folder.join(" / ").slice(0, 200);
    let folderId = folders.get(name) ?? null;
    if (name !== "" && folderId === null) {
      folderId = await library.folders.add(name);
      folders.set(name, folderId);
      foldersCreated += 1;
    }
    const folderSection = sectionOf(feed.folder);
    feeds.push({
      address: feed.address,
      ...(feed.title !== "" && { title: feed.title.slice(0, 200) }),
      ...(feed.site !== null && { site: feed.site }),
      ...(folderSection !== undefined && { section: folderSection }),
      folderId,
      isTyped,
    });
  }
  const { followed, alreadyFollowed } = await followFeeds(feeds, collaborators);
  return {
    report: {
      followed: followed.length,
      alreadyFollowed: alreadyFollowed.length,
      foldersCreated,
      skipped: [...read.outline.skipped],
    },
    followed,
  };
}
