import type {
  Article,
  ErrorCode,
  FeedSummary,
  PageRefusal,
  PageStatus,
} from "../../preload/contract/contract.ts";
import { englishOtherReason, englishPageReasons } from "../text/en-pages.ts";
import { formatDue } from "../text/formats.ts";
import { t } from "../text/text.ts";

type Sourced = Pick<Article, "address" | "html" | "page" | "text" | "texts">;

/** Why a page brought no text, as the second half of a sentence. */
export function wordPageReason(
  reason: PageRefusal | ErrorCode | null,
  httpStatus: number | null = null,
): string {
  if (reason === "http-status" && httpStatus !== null) {
    const isGone = httpStatus === 404 || httpStatus === 410;
    return t(isGone ? "source.notFound" : "source.answered", { status: String(httpStatus) });
  }
  return (reason === null ? undefined : englishPageReasons[reason]) ?? englishOtherReason;
}

/**
 * What the shown text is, honestly: whose, whether it is whole, and what is to be expected of its
 * page. Empty where nobody asked for the page: then the feed's text is all there is to say.
 * `now` in milliseconds since 1970.
 */
export function wordSource(
  article: Sourced,
  feed: Pick<FeedSummary, "isShortened"> | undefined,
  now: number,
): string {
  const { address, page, text, texts } = article;
  const site = (URL.parse(address ?? "")?.hostname ?? "").replace(/^www\./, "");
  if (text === "page") return wordPageText(article, site, now);
  if (page === null) return "";
  const isAlone = article.html === "";
  if (page.state === "refused" && isWalled(article)) {
    if (isAlone) return t("source.walledAlone");
    return t(feed?.isShortened === true ? "source.walled" : "source.walledWhole");
  }
  switch (page.state) {
    case "waiting":
      return t(isAlone ? "source.waitingAlone" : "source.waiting");
    case "stored":
      if (!texts.includes("page")) return "";
      return t(page.isExcerpt ? "source.feedAndExcerpt" : "source.feed", { site });
    case "failed":
    case "refused": {
      if (page.reason === "less-than-feed" && !isAlone) return t("source.noMore");
      const reason = wordPageReason(page.reason, page.httpStatus);
      const failed = t(isAlone ? "source.failedAlone" : "source.failed", { reason });
      return failed + wordNextTry(article, now);
    }
  }
}

/** Whether the publisher keeps this article, or the rest of it, for those who are signed in. */
export function isWalled({ page }: Pick<Article, "page">): boolean {
  if (page === null) return false;
  if (page.state === "stored") return page.isExcerpt;
  return page.state === "refused" && (page.isExcerpt || page.reason === "login");
}

/** Fewer words of a page are hardly its article. */
const fewWords = 120;

/** Whether the article most likely stands elsewhere on its page than where it was looked for. */
export function isDoubtful({
  page,
  text,
  wordCount,
}: Pick<Article, "page" | "text" | "wordCount">): boolean {
  if (page?.state === "refused")
    return page.reason === "no-article" || page.reason === "less-than-feed";
  return page?.state === "stored" && text === "page" && wordCount < fewWords;
}

/** Whether asking for the page once more may bring a text. */
export function mayFetchAgain({ address, page }: Pick<Article, "address" | "page">): boolean {
  const isMissing =
    page?.state === "failed" || page?.state === "refused" || (page?.missing ?? null) !== null;
  return address !== null && isMissing && page?.reason !== "less-than-feed";
}

/** Whose text of the page it is, how much of it is here, and what kind it is. */
function wordPageText(article: Sourced, site: string, now: number): string {
  const { page } = article;
  const missing = wordMissing(page?.missing ?? null);
  const nextTry = missing !== "" && page?.state === "failed" ? wordNextTry(article, now) : "";
  const source = wordFullText(article, site, now);
  const text = missing === "" ? source : `${asSentence(source)} ${missing}${nextTry}`;
  return page?.kind === "live" ? t("source.live", { text: asSentence(text) }) : text;
}

/** By itself it is a label and has no full stop; before a sentence it needs one. */
const asSentence = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

/** Which pages of an article of several are not here. */
function wordMissing(missing: PageStatus["missing"]): string {
  if (missing === null) return "";
  const from = String(missing.from);
  if (missing.to === null) return t("source.missingOpen", { from });
  if (missing.to <= missing.from) return t("source.missingOne", { from });
  return t("source.missing", { from, to: String(missing.to) });
}

function wordFullText(article: Sourced, site: string, now: number): string {
  const { page } = article;
  if (page?.state === "failed" && page.missing !== null) return t("source.inPart", { site });
  if (page?.state === "waiting") return t("source.pageWaiting", { site });
  if (page?.state === "failed" || page?.state === "refused") {
    const reason = wordPageReason(page.reason, page.httpStatus);
    return t("source.pageFailed", { site, reason }) + wordNextTry(article, now);
  }
  return t(page?.isExcerpt === true ? "source.excerpt" : "source.page", { site });
}

function wordNextTry({ page }: Sourced, now: number): string {
  const nextTry = page?.nextTry ?? null;
  if (nextTry === null) return "";
  return ` ${t("source.nextTry", { time: formatDue(Math.max(nextTry, now), now) })}`;
}
