import type { TimelineQuery } from "../../preload/contract/contract.ts";
import type { LibraryStore } from "../state/library-store.ts";
import { sectionName, t } from "../text/text.ts";

/** What a list is called. */
export function scopeName({ scope, filter }: TimelineQuery, library: LibraryStore): string {
  switch (scope.kind) {
    case "all":
      return t(filter === "unread" ? "sources.unread" : "sources.all");
    case "bookmarks":
      return t("sources.bookmarks");
    case "section":
      return sectionName(scope.section);
    case "feed":
      return library.feed(scope.feedId)?.title ?? "";
    case "folder":
      return library.sources?.folders.find((folder) => folder.id === scope.folderId)?.name ?? "";
    case "own-tag":
    case "tag":
      return scope.tag;
  }
}
