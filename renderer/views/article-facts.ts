import type { Article } from "../../preload/contract/contract.ts";
import { t, wordError } from "../text/text.ts";

/** How much of an article is on this disk, in a sentence. */
export function wordOffline({ offline, pictures }: Article): string {
  const kept = pictures.filter((picture) => picture.media !== null).length;
  const failed = pictures.filter((picture) => picture.media === null && picture.failure !== null);
  switch (offline) {
    case "headline":
      return t("offline.detail.headline");
    case "complete":
      return kept === 0
        ? t("offline.detail.textAlone")
        : t("offline.detail.complete", { count: kept });
    case "text":
      return pictures.length === kept
        ? t("offline.detail.textAlone")
        : t("offline.detail.waiting", { count: pictures.length - kept });
    case "failed":
      return t("offline.detail.failed", {
        count: Math.max(1, failed.length),
        reason: wordError({ code: failed[0]?.failure ?? "unreachable" }),
      });
  }
}

/** Whether its text was on this disk and could not be read. */
export function isTextLost({ html, offline }: Pick<Article, "html" | "offline">): boolean {
  return html === "" && offline !== "headline";
}

/**
 * The paragraph between headline and text: the excerpt, unless the text begins with the same words.
 * The excerpt is often the text's own beginning, cut off somewhere.
 */
export function standfirstOf({ excerpt, html }: Pick<Article, "excerpt" | "html">): string {
  if (excerpt === "" || html === "") return excerpt;
  const start = letters(excerpt).slice(0, 60);
  const body = letters(html.slice(0, 6000).replace(/<[^>]*>|&[#\w]+;/g, " ")).slice(0, 2000);
  return start.length === 0 || body.includes(start) ? "" : excerpt;
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

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/&[#\w]+;/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
