import type { FeedSummary, FullText } from "../../preload/contract/contract.ts";
import { t } from "../text/text.ts";

type Chosen = readonly Pick<FeedSummary, "fullText" | "isShortened">[];

/** Whether the full texts of titles are fetched: what can be chosen, in words. */
export function fullTextChoices(
  feeds: Chosen,
): readonly { readonly value: FullText; readonly label: string }[] {
  return [
    { value: "auto", label: wordAutomatic(feeds) },
    { value: "on", label: t("fullText.on") },
    { value: "off", label: t("fullText.off") },
  ];
}

/** What holds for all of these titles; null where they differ. */
export function sharedFullText(feeds: Chosen): FullText | null {
  const [first] = feeds;
  const isShared = feeds.every(({ fullText }) => fullText === first?.fullText);
  return isShared ? (first?.fullText ?? null) : null;
}

/** For a single title, what “automatic” comes to. */
function wordAutomatic(feeds: Chosen): string {
  const isShortened = feeds.length === 1 ? (feeds[0]?.isShortened ?? null) : null;
  if (isShortened === null) return t("fullText.auto");
  return t(isShortened ? "fullText.autoShortened" : "fullText.autoWhole");
}
