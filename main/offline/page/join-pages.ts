/** Joins the pages of an article that was cut into several. */
import { countWords } from "../count-words.ts";
import { pictureKey } from "../same-picture.ts";
import { textOf } from "./after/tidy.ts";
import { blocksOf, parted, removeBlocks, type Block } from "./blocks.ts";
import { readTree } from "./read-tree.ts";
import { findElement, toHtml, type PageElement } from "./tree.ts";
import type { PageArticle } from "./types.ts";
import { pageCountLine, pageTurnLine } from "./words/parts.ts";

/** Shorter lines may stand in an article more than once. */
const repeatedMinimum = 40;
const turnLimit = 160;

interface Part {
  readonly root: PageElement;
  readonly blocks: readonly Block[];
}

/**
 * One article of the first page with what the others add to it: what was on a page before, and what
 * leads from page to page, is left out. Of a single page it is that page's article.
 */
export function joinPages(first: PageArticle, others: readonly PageArticle[]): PageArticle {
  const last = others.at(-1);
  if (last === undefined) return first;
  const seen = new Set<string>();
  const joined: Part[] = [];
  for (const [at, page] of [first, ...others].entries()) {
    const root = bodyOf(page.html);
    parted(root);
    const blocks = blocksOf(root);
    const gone = new Set<PageElement>();
    const kept = blocks.filter((block) => {
      const isTurn = block.line.length <= turnLimit && isPageTurn(block);
      if (isTurn || (at > 0 && isRepeated(block, seen, first))) gone.add(block.node);
      return !gone.has(block.node);
    });
    // Only what stood on pages before: a text may well say something twice itself.
    for (const block of blocks) for (const key of keysOf(block)) seen.add(key);
    removeBlocks(root, gone);
    joined.push({ root, blocks: kept });
  }
  const text = joined
    .map(({ blocks }) => textOf(blocks))
    .filter((one) => one !== "")
    .join("\n");
  return {
    ...first,
    html: joined.map(({ root }) => root.children.map(toHtml).join("")).join(""),
    text,
    wordCount: countWords(text),
    completeness: last.completeness,
    paywalled: first.paywalled || last.paywalled,
    next: last.next,
    pageCount: Math.max(first.pageCount ?? 0, ...others.map((page) => page.pageCount ?? 0)) || null,
    problems: [...new Set([first, ...others].flatMap(({ problems }) => problems))],
  };
}

/** True when a page says nothing that was not on those before: a way in circles. */
export function addsNothing(before: PageArticle, joined: PageArticle): boolean {
  return joined.text.length <= before.text.length;
}

function bodyOf(html: string): PageElement {
  const tree = readTree(html);
  const body = typeof tree === "string" ? undefined : tree.children[1];
  return typeof body === "object" ? body : { name: "body", attributes: {}, children: [] };
}

function isPageTurn({ line, linked }: Block): boolean {
  return pageCountLine.test(line) || (pageTurnLine.test(line) && linked * 3 >= line.length);
}

function isRepeated(block: Block, seen: ReadonlySet<string>, first: PageArticle): boolean {
  const line = folded(block.line);
  if (line !== "" && (line === folded(first.headline) || line === folded(first.standfirst)))
    return true;
  const keys = keysOf(block);
  return keys.length > 0 && keys.every((key) => seen.has(key));
}

/** What a block is known by: its picture, or its text where that is long enough. */
function keysOf({ node, kind, line }: Block): string[] {
  if (kind === "figure" || kind === "media") {
    const source = findElement(node, ({ name }) => name === "img")?.attributes.src;
    return source === undefined ? [] : [`picture ${pictureKey(source)}`];
  }
  return line.length < repeatedMinimum ? [] : [folded(line)];
}

function folded(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
