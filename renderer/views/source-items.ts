import type {
  FeedSummary,
  Folder,
  FolderId,
  SavedSearch,
  SavedSearchId,
  Scope,
  Section,
  TimelineQuery,
} from "../../preload/contract/contract.ts";
import type { IconName } from "../components/icons.ts";
import type { LibraryStore } from "../state/library-store.ts";
import { sectionName, t } from "../text/text.ts";

/** One line of the sidebar's tree. */
export interface SourceItem {
  readonly key: string;
  readonly label: string;
  readonly level: 1 | 2;
  readonly count: number;
  readonly scope: Scope;
  /** The filter it opens with; null: the one in use. */
  readonly filter: TimelineQuery["filter"] | null;
  readonly icon: IconName | null;
  readonly feed: FeedSummary | null;
  readonly folder: Folder | null;
  readonly search: SavedSearch | null;
  /** For folders: whether their titles are shown. */
  readonly expanded: boolean | null;
}

/** The tree in groups, each with a heading. */
export interface SourceGroup {
  readonly key: "library" | "searches" | "sections" | "titles";
  readonly items: readonly SourceItem[];
}

const plain = {
  level: 1,
  filter: null,
  icon: null,
  feed: null,
  folder: null,
  search: null,
  expanded: null,
} as const;

/** What the sidebar shows, from top to bottom; titles of collapsed folders are left out. */
export function sourceGroups(
  library: LibraryStore,
  collapsed: ReadonlySet<FolderId>,
  searches: readonly SavedSearch[],
  tags: readonly { readonly tag: string; readonly count: number }[],
): readonly SourceGroup[] {
  const { sources } = library;
  if (sources === null) return [];
  return [
    {
      key: "library",
      items: [
        {
          ...plain,
          key: "all",
          label: t("sources.all"),
          icon: "newspaper",
          count: 0,
          scope: { kind: "all" },
          filter: "all",
        },
        {
          ...plain,
          key: "unread",
          label: t("sources.unread"),
          icon: "unread",
          count: sources.unread,
          scope: { kind: "all" },
          filter: "unread",
        },
        {
          ...plain,
          key: "bookmarks",
          label: t("sources.bookmarks"),
          icon: "bookmark",
          count: sources.bookmarks,
          scope: { kind: "bookmarks" },
          filter: "all",
        },
        ...tags.map(tagItem),
      ],
    },
    { key: "searches", items: searches.map(searchItem) },
    { key: "sections", items: library.sections().map(sectionItem) },
    {
      key: "titles",
      items: [
        ...sources.folders.flatMap((folder) => {
          const feeds = library.feedsIn(folder.id);
          const expanded = !collapsed.has(folder.id);
          const head = folderItem(folder, feeds, expanded);
          return expanded ? [head, ...feeds.map((feed) => feedItem(feed, 2))] : [head];
        }),
        ...library.feedsIn(null).map((feed) => feedItem(feed, 1)),
      ],
    },
  ];
}

/** Which line of the tree a list belongs to. */
export function keyOfQuery({ scope, filter }: TimelineQuery): string {
  switch (scope.kind) {
    case "all":
      return filter === "unread" ? "unread" : "all";
    case "bookmarks":
      return "bookmarks";
    case "section":
      return `section-${scope.section}`;
    case "feed":
      return `feed-${scope.feedId}`;
    case "folder":
      return `folder-${scope.folderId}`;
    case "own-tag":
      return `own-tag-${scope.tag}`;
    case "tag":
      return `tag-${scope.tag}`;
  }
}

function tagItem({ tag, count }: { readonly tag: string; readonly count: number }): SourceItem {
  const scope = { kind: "own-tag", tag } as const;
  const key = `own-tag-${tag}`;
  return { ...plain, key, label: tag, level: 2, count, scope, filter: "all" };
}

function searchItem(search: SavedSearch): SourceItem {
  const { id, name, unread } = search;
  const scope = { kind: "all" } as const;
  const count = unread ?? 0;
  return { ...plain, key: keyOfSearch(id), label: name, icon: "search", count, scope, search };
}

/** Which line of the tree a kept search is. */
export function keyOfSearch(id: SavedSearchId): string {
  return `search-${id}`;
}

function sectionItem({ section, unread }: { section: Section; unread: number }): SourceItem {
  const scope = { kind: "section", section } as const;
  return { ...plain, key: `section-${section}`, label: sectionName(section), count: unread, scope };
}

function folderItem(folder: Folder, feeds: readonly FeedSummary[], expanded: boolean): SourceItem {
  return {
    ...plain,
    key: `folder-${folder.id}`,
    label: folder.name,
    count: feeds.reduce((sum, feed) => sum + feed.unread, 0),
    scope: { kind: "folder", folderId: folder.id },
    folder,
    expanded,
  };
}

function feedItem(feed: FeedSummary, level: 1 | 2): SourceItem {
  const scope = { kind: "feed", feedId: feed.id } as const;
  const key = `feed-${feed.id}`;
  return { ...plain, key, label: feed.title, level, count: feed.unread, scope, feed };
}
