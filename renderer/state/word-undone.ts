import type { UndoableActSummary } from "../../preload/contract/contract.ts";
import { t } from "../text/text.ts";

/** What was brought back by undoing an act, in a sentence. */
export function wordUndone({ kind, count, name }: UndoableActSummary): string {
  switch (kind) {
    case "mark-read":
      return t("undone.markRead", { count });
    case "delete-articles":
      return name === null
        ? t("undone.deleted", { count })
        : t("undone.deletedOne", { headline: name });
    case "unfollow":
      return name === null
        ? t("undone.unfollowed", { count })
        : t("undone.unfollowedOne", { title: name });
    case "remove-folder":
      return t("undone.folder", { name: name ?? "" });
    case "remove-search":
      return t("undone.search", { name: name ?? "" });
    case "remove-highlight":
      return t("undone.highlight");
    case "write-bookmark":
      return t("undone.written");
    case "remove-bookmark":
      return name === null ? t("undone.bookmark") : t("undone.bookmarkOf", { headline: name });
  }
}
