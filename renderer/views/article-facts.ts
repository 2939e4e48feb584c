import type { Article } from "../../preload/contract/contract.ts";
import { t, wordError } from "../text/text.ts";

type OfflineFacts = Pick<Article, "offline" | "page" | "pictures" | "texts">;

/** How much of an article is on this disk, in a sentence. */
export function wordOffline(article: OfflineFacts): string {
  const { offline, page, pictures, texts } = article;
  const kept = pictures.filter((picture) => picture.media !== null).length;
  const waiting = countWaiting(article);
  const [failed, ...others] = failedOf(article);
  switch (offline) {
    case "headline":
      if (page === null) return t("offline.detail.headline");
      return t(
        page.state === "waiting"
          ? "offline.detail.headlineWaiting"
          : "offline.detail.headlineRefused",
      );
    case "complete":
      if (kept > 0) return t("offline.detail.complete", { count: kept });
      return t(texts.length > 1 ? "offline.detail.bothTexts" : "offline.detail.textAlone");
    case "text":
      if (page?.state === "waiting") {
        return waiting === 0
          ? t("offline.detail.pageWaiting")
          : t("offline.detail.bothWaiting", { count: waiting });
      }
      return waiting === 0
        ? t("offline.detail.textAlone")
        : t("offline.detail.waiting", { count: waiting });
    case "failed":
      if (failed === undefined) {
        return t(
          page?.state === "failed" ? "offline.detail.pageFailed" : "offline.detail.elsewhere",
        );
      }
      return t("offline.detail.failed", {
        count: others.length + 1,
        reason: wordError({ code: failed.failure ?? "unreachable" }),
      });
  }
}

/** Whether the line about its source says already why an article is not all here. */
export function isToldBySource(article: OfflineFacts): boolean {
  if (article.page === null) return false;
  return countWaiting(article) === 0 && failedOf(article).length === 0;
}

/** Whether its text was on this disk and could not be read. */
export function isTextLost({ html, offline }: Pick<Article, "html" | "offline">): boolean {
  return html === "" && offline !== "headline";
}

/**
 * The paragraph between headline and text: that of the page, else the excerpt, unless the text
 * begins with the same words. The excerpt is often the text's own beginning, cut off somewhere.
 */
export function standfirstOf(article: Pick<Article, "excerpt" | "html" | "standfirst">): string {
  const { html } = article;
  const words = article.standfirst === "" ? article.excerpt : article.standfirst;
  if (words === "" || html === "") return words;
  const start = letters(words).slice(0, 60);
  const body = letters(html.slice(0, 6000).replace(/<[^>]*>|&[#\w]+;/g, " ")).slice(0, 2000);
  return start.length === 0 || body.includes(start) ? "" : words;
}

/** What a file that came with an article is called. */
export function enclosureName(address: string): string {
  const path = URL.parse(address)?.pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(path) || address;
  } catch {
    return path;
  }
}

/** What kind of file it is, by its media type. */
export function enclosureKind(type: string): string {
  if (type.startsWith("audio/")) return t("article.sound");
  if (type.startsWith("video/")) return t("article.film");
  if (type.startsWith("image/")) return t("article.picture");
  return type === "" ? t("article.file") : type;
}

/** Pictures of the shown text that are still to be fetched. */
function countWaiting({ pictures }: Pick<Article, "pictures">): number {
  return pictures.filter(({ media, failure }) => media === null && failure === null).length;
}

function failedOf({ pictures }: Pick<Article, "pictures">): Article["pictures"] {
  return pictures.filter(({ media, failure }) => media === null && failure !== null);
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/&[#\w]+;/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
