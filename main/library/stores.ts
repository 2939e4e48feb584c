/** The groups that only hand each request to the part that knows how. */
import { addBookmark, removeBookmark } from "./bookmarks/bookmarking.ts";
import { changeDetails, countTags } from "./bookmarks/writing-details.ts";
import type {
  BookmarkStore,
  FeedStore,
  FolderStore,
  PageStore,
  PictureStore,
  VisitStore,
} from "./groups.ts";
import { readPageOutcomes } from "./page-outcomes.ts";
import { countWaitingPages, recordPages, waitingPages, wantPages } from "./pages.ts";
import type { Parts } from "./parts.ts";
import { countWaitingPictures, recordPictures, waitingPictures } from "./pictures.ts";
import { tryFailedAgain, tryRefusedAgain } from "./refused-parts.ts";
import type { Sources } from "./sources.ts";

export function feedStore(sources: Sources): FeedStore {
  return {
    followed: () => sources.followed,
    former: () => sources.former,
    get: (id) => sources.feed(id),
    add: (feeds) => sources.addFeeds(feeds),
    change: (changes) => sources.change(changes),
    unfollow: (ids) => sources.unfollow(ids),
    restore: (ids) => sources.restore(ids),
    move: (ids, folderId, before) => sources.move(ids, folderId, before),
  };
}

export function folderStore(sources: Sources): FolderStore {
  return {
    all: () => sources.folders,
    add: (name) => sources.addFolder(name),
    rename: (id, name) => sources.renameFolder(id, name),
    remove: (id) => sources.removeFolder(id),
    restore: (folder, feedIds) => sources.restoreFolder(folder, feedIds),
  };
}

export function visitStore({ visits }: Parts): VisitStore {
  return {
    of: (id) => visits.data.visits.get(id),
    hostPauses: () => [...visits.data.pauses.values()],
    async record(changed, pauses = []) {
      if (changed.length + pauses.length > 0) await visits.commit({ visits: changed, pauses });
    },
  };
}

export function bookmarkStore(parts: Parts): BookmarkStore {
  return {
    add: (id) => parts.queue.run(() => addBookmark(parts, id)),
    remove: (id) => parts.queue.run(() => removeBookmark(parts, id)),
    details: async (id) =>
      parts.statuses.data.bookmarks.has(id) ? await parts.details.of(id) : null,
    async allDetails() {
      await parts.details.load();
      return new Map(parts.details.all());
    },
    write: (id, { tags, note }) =>
      changeDetails(parts, id, (details) => ({ ...details, tags: [...tags], note })),
    putHighlight: (id, highlight) =>
      changeDetails(parts, id, ({ highlights, ...details }) => ({
        ...details,
        highlights: [...highlights.filter((one) => one.id !== highlight.id), highlight],
      })),
    removeHighlight: (id, highlightId) =>
      changeDetails(parts, id, ({ highlights, ...details }) => ({
        ...details,
        highlights: highlights.filter((one) => one.id !== highlightId),
      })),
    tags: () => countTags(parts),
  };
}

export function pictureStore(parts: Parts): PictureStore {
  return {
    store: (name, bytes) => parts.media.store(name, bytes),
    path: async (name) => (await parts.media.path(name)) ?? parts.bookmarks.mediaPath(name),
    record: (results) => {
      parts.media.hold(results.flatMap(({ media }) => media ?? []));
      return parts.queue.run(() => recordPictures(parts, results));
    },
    tryRefusedAgain: (feedIds) => tryRefusedAgain(parts, feedIds),
    waiting: (limit, isWanted, scope) => waitingPictures(parts, limit, isWanted, scope),
    tryFailedAgain: (scope, reasons) => tryFailedAgain(parts, scope, reasons),
    countWaiting: () => countWaitingPictures(parts),
  };
}

export function pageStore(parts: Parts): PageStore {
  return {
    waiting: (limit, now, isWanted, scope) => waitingPages(parts, limit, now, isWanted, scope),
    record: (results) => parts.queue.run(() => recordPages(parts, results)),
    count: () => countWaitingPages(parts),
    want: (ids, wanted) => wantPages(parts, ids, wanted),
    outcomes: (feedId, since, limit) => readPageOutcomes(parts, feedId, since, limit),
  };
}
