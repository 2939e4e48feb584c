import type { Gap } from "../../../preload/contract/contract.ts";
import { formatDue } from "../../text/formats.ts";
import { t } from "../../text/text.ts";
import { wordPageReason } from "../word-page.ts";

/** What is missing of an article, why, and when it is tried again. `now` in milliseconds since 1970. */
export function wordGap(gap: Gap, now: number): string {
  const sentences = [...wordPageGap(gap, now)];
  if (gap.picturesWaiting > 0)
    sentences.push(t("gap.picturesWaiting", { count: gap.picturesWaiting }));
  if (gap.picturesFailed > 0) {
    const { picturesFailed: count, pictureFailure } = gap;
    const reason = wordPageReason(pictureFailure);
    sentences.push(
      pictureFailure === "left-out"
        ? t("gap.leftOut", { count })
        : t("gap.picturesFailed", { count, reason }),
    );
  }
  return sentences.length === 0 ? t("gap.none") : sentences.join(" ");
}

function wordPageGap({ offline, page }: Gap, now: number): string[] {
  if (page === null) return offline === "headline" ? [t("gap.noText")] : [];
  switch (page.state) {
    case "waiting":
      return [t("gap.pageWaiting")];
    case "stored":
      return page.isExcerpt ? [t("gap.excerpt")] : [];
    case "failed":
    case "refused": {
      if (page.reason === "less-than-feed" && offline !== "headline") return [];
      const told = t("gap.page", { reason: wordPageReason(page.reason) });
      if (page.nextTry === null) return [told];
      return [told, t("gap.nextTry", { time: formatDue(Math.max(page.nextTry, now), now) })];
    }
  }
}
