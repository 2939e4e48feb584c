import type { Retention } from "../../../preload/contract/contract.ts";
import { t } from "../../text/text.ts";

/** What is kept of a title, in a sentence or two. */
export function wordRetention({ days, articles, keepUnread }: Retention): string {
  if (days === null && articles === null) return t("keep.summary.forEver");
  const rule =
    days === null
      ? t("keep.summary.articles", { count: articles ?? 0 })
      : articles === null
        ? t("keep.summary.days", { count: days })
        : t("keep.summary.both", { articles, days });
  return keepUnread ? t("keep.summary.unread", { rule }) : rule;
}
