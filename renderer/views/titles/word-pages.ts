import type { PageReport } from "../../../preload/contract/contract.ts";
import { formatCount, formatShortDate } from "../../text/formats.ts";
import { t } from "../../text/text.ts";
import { wordPageReason } from "../word-page.ts";

/** The share of the pages that were asked for and are here, 0–1; null where none was. */
export function shareOfPages(pages: PageReport | null): number | null {
  return pages === null || countPages(pages) === 0 ? null : pages.stored / countPages(pages);
}

function countPages({ failed, refused, stored, waiting }: PageReport): number {
  return stored + waiting + failed + refused;
}

/** How many of a title's full texts are here, for a cell. */
export function wordPagesShortly(pages: PageReport | null): string {
  if (pages === null || countPages(pages) === 0) return "–";
  return t("titles.pages", {
    stored: formatCount(pages.stored),
    total: formatCount(countPages(pages)),
  });
}

/** How well the pages of a title's articles could be read, and what mostly stood in the way. */
export function wordPageFacts(pages: PageReport | null): readonly string[] {
  if (pages === null || countPages(pages) === 0) return [];
  const { commonReason, excerpts, failed, refused, stoppedUntil, stored, waiting } = pages;
  const missing = failed + refused;
  return [
    t("titles.fact.pages", { stored: formatCount(stored), total: formatCount(countPages(pages)) }),
    ...(excerpts > 0 ? [t("titles.fact.excerpts", { count: excerpts })] : []),
    ...(waiting > 0 ? [t("titles.fact.pagesWaiting", { count: waiting })] : []),
    ...(missing > 0
      ? [t("titles.fact.pagesMissing", { count: missing, reason: wordPageReason(commonReason) })]
      : []),
    ...(stoppedUntil === null
      ? []
      : [t("titles.fact.pagesStopped", { date: formatShortDate(stoppedUntil) })]),
    ...(failed > 0 ? [t("titles.fact.pagesFailed", { count: failed })] : []),
  ];
}
