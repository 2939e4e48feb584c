/**
 * A person shows where the article is on a title's pages: the public file of this folder. Pure.
 * A page is shown with its blocks numbered; the block that is chosen becomes a selector, by which
 * `offline/page` finds the article on every page of the title.
 */
import { findCandidates, holderOf } from "./candidates.ts";
import { makeSelector } from "./make-selector.ts";
import { writePage } from "./show-page.ts";
import { readPage } from "../page/read-page.ts";
import { readTree, type Refusal } from "../page/read-tree.ts";
import type { NoArticleReason, PageOrigin } from "../page/types.ts";

export { pickChosen } from "./pick-chosen.ts";

export interface ShownPage {
  readonly ok: true;
  /** Safe to show; blocks carry `data-block="<number>"`. */
  readonly html: string;
  /** The block that the article is taken from as things are; null: none. */
  readonly chosen: number | null;
  /** Why the page gives no article as things are; null: it gives one. */
  readonly problem: NoArticleReason | null;
}

/** The page (decoded HTML) as a person can point at its blocks. Never throws for what it holds. */
export function showPage(
  html: string,
  origin: PageOrigin,
): ShownPage | { readonly ok: false; readonly reason: Refusal } {
  const page = readTree(html);
  if (typeof page === "string") return { ok: false, reason: page };
  const candidates = findCandidates(page);
  const read = readPage(html, origin);
  return {
    ok: true,
    html: writePage(page, candidates.blocks),
    chosen: read.ok ? (holderOf(read.text, candidates)?.number ?? null) : null,
    problem: read.ok ? null : read.reason,
  };
}

/**
 * A selector for a block of the page that `showPage` numbered; null when there is no such block or
 * nothing that would find it again.
 */
export function selectorOf(html: string, address: string, block: number): string | null {
  const page = readTree(html);
  if (typeof page === "string") return null;
  const chosen = findCandidates(page).blocks[block];
  return chosen === undefined ? null : makeSelector(page, chosen.elements, address);
}
