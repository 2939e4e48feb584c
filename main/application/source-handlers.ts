import type { FolderId } from "../../preload/contract/contract.ts";
import { mayVisitNow } from "../fetching/fetching.ts";
import { announceLists } from "./announce-changes.ts";
import { discoverFeeds } from "./discover-feeds.ts";
import { exportTitles } from "./export-titles.ts";
import { meantAddresses } from "./feed-address.ts";
import { feedsToRefresh } from "./feeds-to-refresh.ts";
import { followFeeds } from "./follow-feeds.ts";
import { importOutline } from "./import-outline.ts";
import { listSources, titleOf } from "./list-sources.ts";
import { RequestError } from "./request-error.ts";
import { mergedInto } from "./settle-moves.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about titles, folders, the catalogue and refreshing. */
export function sourceHandlers(
  context: UseCaseContext,
): HandlersFor<"sources" | "folders" | "catalogue" | "opml" | "refresh"> {
  const { library, announce, undo, refresher, pictures } = context;
  const sourcesChanged = (): void => {
    announce("sources.changed", {});
  };
  const listsChanged = (): void => {
    announceLists(announce);
  };
  const checkFolder = (folderId: FolderId | null): void => {
    if (folderId !== null && !library.folders.all().some(({ id }) => id === folderId))
      throw new RequestError("not-found", "no such folder");
  };

  return {
    "sources.list": () => listSources(context),
    async "sources.discover"({ address }) {
      for (const meant of meantAddresses(address)) context.recentFeeds.typedPrivate(meant);
      return { candidates: await discoverFeeds(address, context) };
    },
    async "sources.follow"({ feeds, folderId }) {
      checkFolder(folderId);
      const result = await followFeeds(
        feeds.map((feed) => ({ ...feed, folderId })),
        context,
      );
      // One that was followed until a moment ago is not asked anew each time it comes back.
      const toVisit = result.followed.filter(
        (id) =>
          context.recentFeeds.has(library.feeds.get(id)?.address ?? "") ||
          mayVisitNow(library.visits.of(id), "one", context.now()),
      );
      refresher.visit([...toVisit, ...result.regained]);
      refresher.resume();
      return { followed: result.followed, alreadyFollowed: result.alreadyFollowed };
    },
    async "sources.unfollow"({ feedIds }) {
      const followed = feedIds.filter((id) => library.feeds.get(id)?.unfollowedAt === null);
      if (followed.length === 0) return { count: 0, undoId: null };
      await library.feeds.unfollow(followed);
      listsChanged();
      // Afresh: what came since they were led there came under the others.
      refresher.visit(await mergedInto(followed, library), "afresh");
      const [only, ...others] = followed.map((id) => library.feeds.get(id));
      const name = only === undefined || others.length > 0 ? null : titleOf(only);
      const undoId = await undo.remember({ kind: "unfollow", feedIds: followed }, name);
      return { count: followed.length, undoId };
    },
    async "sources.rename"({ feedId, title }) {
      if (library.feeds.get(feedId) === undefined)
        throw new RequestError("not-found", "no such title");
      await library.feeds.change(new Map([[feedId, { ownTitle: title }]]));
      listsChanged();
      return {};
    },
    async "sources.move"({ feedIds, folderId, before }) {
      checkFolder(folderId);
      await library.feeds.move(feedIds, folderId, before);
      sourcesChanged();
      return {};
    },
    async "sources.setRetention"({ feedIds, retention }) {
      const known = feedIds.filter((id) => library.feeds.get(id) !== undefined);
      await library.feeds.change(new Map(known.map((id) => [id, { retention }])));
      sourcesChanged();
      context.housekeeping.rulesChanged();
      return {};
    },
    async "sources.setSection"({ feedIds, section }) {
      const known = feedIds.filter((id) => library.feeds.get(id) !== undefined);
      await library.feeds.change(new Map(known.map((id) => [id, { section }])));
      listsChanged();
      return {};
    },
    async "folders.create"({ name }) {
      const folderId = await library.folders.add(name);
      sourcesChanged();
      return { folderId };
    },
    async "folders.rename"({ folderId, name }) {
      checkFolder(folderId);
      await library.folders.rename(folderId, name);
      sourcesChanged();
      return {};
    },
    async "folders.remove"({ folderId }) {
      const folder = library.folders.all().find(({ id }) => id === folderId);
      if (folder === undefined) throw new RequestError("not-found", "no such folder");
      const feedIds = await library.folders.remove(folderId);
      sourcesChanged();
      const undoId = await undo.remember({ kind: "remove-folder", folder, feedIds }, folder.name);
      return { undoId };
    },
    async "catalogue.list"() {
      return { entries: [...(await context.catalogue())] };
    },
    async "opml.import"({ bytes }) {
      const { report, followed } = await context.tasks.run("import", (onProgress) =>
        importOutline(bytes, context, { onProgress }),
      );
      refresher.visit(followed);
      return report;
    },
    async "opml.export"({ withSecrets }) {
      const path = await context.desktop.askWhereToSave("Broadsheet titles.opml", "titles");
      if (path !== null) await exportTitles(path, context, withSecrets);
      return { path };
    },
    "refresh.start"({ scope }) {
      refresher.visit(feedsToRefresh(scope, context));
      pictures.wake();
      return refresher.status();
    },
    async "refresh.cancel"() {
      await refresher.cancel();
      return {};
    },
    "refresh.status": () => refresher.status(),
  };
}
