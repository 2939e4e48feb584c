import type { ArticleId } from "../../preload/contract/contract.ts";
import type { Announce } from "./collaborators.ts";

/** More changed marks than this are announced as "many". */
const announcedAtMost = 1000;

/** Tells the window that marks of articles changed, and with them the counts. */
export function announceMarks(announce: Announce, articleIds: readonly ArticleId[]): void {
  if (articleIds.length === 0) return;
  const isMany = articleIds.length > announcedAtMost;
  announce("statuses.changed", { articleIds: isMany ? null : [...articleIds] });
  announce("sources.changed", {});
}

/** Tells the window that other articles are listed now than before. */
export function announceLists(announce: Announce): void {
  announce("sources.changed", {});
  announce("articles.changed", { added: 0, feedIds: [] });
}
