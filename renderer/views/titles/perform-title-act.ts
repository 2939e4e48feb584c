import type { FeedSummary } from "../../../preload/contract/contract.ts";
import type { Actions } from "../../state/actions.ts";
import type { LibraryStore } from "../../state/library-store.ts";
import type { ManagingActions } from "../../state/managing-actions.ts";
import { t } from "../../text/text.ts";
import type { KeepDialog } from "../keep-dialog.ts";
import type { NameDialog } from "../name-dialog.ts";
import type { AfreshDialog } from "./afresh-dialog.ts";
import type { TitleAct } from "./title-act.ts";
import { wordVisits } from "./word-waits.ts";

interface Means {
  readonly actions: Actions;
  readonly managing: ManagingActions;
  readonly library: LibraryStore;
  readonly names: NameDialog;
  readonly keep: KeepDialog;
  readonly afresh: AfreshDialog;
  /** Shows a title's articles. */
  readonly showArticles: (feed: FeedSummary) => void;
}

/** Does something with titles, after asking where that is needed. */
export function performTitleAct(
  act: TitleAct,
  feeds: readonly FeedSummary[],
  { actions, managing, library, names, keep, afresh, showArticles }: Means,
): void {
  const [first, ...others] = feeds;
  if (first === undefined) return;
  const visit = (isAfresh: boolean): void => {
    const titleOf = (id: number): string => feeds.find((feed) => feed.id === id)?.title ?? "";
    void managing.visit(feeds, isAfresh, (visits) => wordVisits(visits, titleOf, Date.now()));
  };
  switch (act) {
    case "visit": {
      visit(false);
      return;
    }
    case "afresh":
      void afresh.ask(feeds.length, () => {
        visit(true);
      });
      return;
    case "articles": {
      showArticles(first);
      return;
    }
    case "site":
      if (first.site !== null) void actions.openLink(first.site);
      return;
    case "rename":
      names.askName(first.title, (title) => void actions.renameFeed(first.id, title));
      return;
    case "move": {
      const heading =
        others.length === 0
          ? t("dialog.move", { name: first.title })
          : t("titles.moveHeading", { count: feeds.length });
      const isShared = others.every(({ folderId }) => folderId === first.folderId);
      names.askFolder(
        heading,
        isShared ? first.folderId : null,
        library.sources?.folders ?? [],
        (folderId, newName) => void managing.move(feeds, folderId, newName),
      );
      return;
    }
    case "keep":
      void keep.ask(...feeds);
      return;
    case "unfollow":
      void managing.unfollow(feeds);
      return;
  }
}
