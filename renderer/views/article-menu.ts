import type { Article, ArticleRow, Scope } from "../../preload/contract/contract.ts";
import type { MenuEntry } from "../components/menu.ts";
import type { Actions } from "../state/actions.ts";
import type { TextActions } from "../state/text-actions.ts";
import { t } from "../text/text.ts";

/** What can be done with an article; among bookmarks, deleting is removing the bookmark. */
export function articleMenu(
  row: Pick<ArticleRow, "id" | "read" | "bookmarked"> & Partial<Pick<Article, "address" | "texts">>,
  scope: Scope,
  actions: Actions,
  texts: TextActions,
  showOnPage: (() => void) | null,
): MenuEntry[] {
  const { id, read, bookmarked } = row;
  const entries: MenuEntry[] = [
    {
      label: t(read ? "article.markUnread" : "article.markRead"),
      icon: read ? "unread" : "circle",
      perform: () => void actions.setRead(id, !read),
    },
    {
      label: t(bookmarked ? "article.removeBookmark" : "article.bookmark"),
      icon: "bookmark",
      perform: () => void actions.setBookmark(id, !bookmarked),
    },
    {
      label: t("article.original"),
      icon: "externalLink",
      perform: () => void actions.openOriginal(id),
    },
    ...(row.address === null ? [] : [fetching(row, texts), ...pointing(showOnPage)]),
  ];
  if (scope.kind === "bookmarks") return entries;
  return [
    ...entries,
    {
      label: t("article.delete"),
      icon: "trash",
      perform: () => void actions.deleteArticle(row),
    },
  ];
}

/** For texts that are wrong; null where the title is not followed. */
function pointing(showOnPage: (() => void) | null): MenuEntry[] {
  if (showOnPage === null) return [];
  return [{ label: t("extraction.menu"), icon: "fileText", perform: showOnPage }];
}

function fetching(
  { id, texts: kept }: Pick<ArticleRow, "id"> & Partial<Pick<Article, "texts">>,
  texts: TextActions,
): MenuEntry {
  const isKept = kept?.includes("page") === true;
  return {
    label: t(isKept ? "article.fetchPageAgain" : "article.fetchPage"),
    icon: "fullText",
    perform: () => void texts.fetchPage(id),
  };
}
