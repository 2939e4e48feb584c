import type { ArticleRow, Scope } from "../../preload/contract/contract.ts";
import type { MenuEntry } from "../components/menu.ts";
import type { Actions } from "../state/actions.ts";
import { t } from "../text/text.ts";

/** What can be done with an article; among bookmarks, deleting is removing the bookmark. */
export function articleMenu(
  row: Pick<ArticleRow, "id" | "read" | "bookmarked">,
  scope: Scope,
  actions: Actions,
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
