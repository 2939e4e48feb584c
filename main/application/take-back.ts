import type { UndoableAct } from "../library/library.ts";
import { announceLists, announceMarks } from "./announce-changes.ts";
import type { Collaborators } from "./collaborators.ts";
import type { PictureKeeper } from "./picture-keeper.ts";
import type { Refresher } from "./refresher.ts";
import { RequestError } from "./request-error.ts";

/** What taking acts back needs. */
export interface TakingBack extends Pick<Collaborators, "library" | "announce"> {
  readonly refresher: Pick<Refresher, "resume">;
  readonly pictures: Pick<PictureKeeper, "wake">;
}

/** Takes an act back, whoever did it and however long ago; harmless when it is done twice. */
export async function takeBack(act: UndoableAct, context: TakingBack): Promise<void> {
  const { library, announce, refresher, pictures } = context;
  switch (act.kind) {
    case "mark-read":
      announceMarks(announce, await library.articles.setRead(act.articleIds, false));
      break;
    case "delete-articles":
      await library.articles.undelete(act.articleIds);
      announceLists(announce);
      pictures.wake();
      break;
    case "unfollow":
      await library.feeds.restore(act.feedIds);
      announceLists(announce);
      refresher.resume();
      pictures.wake();
      break;
    case "remove-folder":
      await library.folders.restore(act.folder, act.feedIds);
      announce("sources.changed", {});
      break;
    case "remove-bookmark":
      if (!(await library.bookmarks.add(act.articleId)))
        throw new RequestError("not-found", "that article is no longer kept");
      announceMarks(announce, [act.articleId]);
      announce("bookmarks.changed", {});
      break;
    case "remove-highlight":
      if (!(await library.bookmarks.putHighlight(act.articleId, act.highlight)))
        throw new RequestError("not-found", "that article is no longer kept");
      announceMarks(announce, [act.articleId]);
      announce("bookmarks.changed", {});
      break;
    case "write-bookmark":
      if (!(await library.bookmarks.write(act.articleId, act)))
        throw new RequestError("not-found", "that article is no longer kept");
      announceMarks(announce, [act.articleId]);
      announce("bookmarks.changed", {});
      break;
    case "remove-search":
      await library.searches.restore(act);
      announce("searches.changed", {});
      break;
  }
}
