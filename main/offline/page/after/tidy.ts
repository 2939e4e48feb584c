/** From what the extractor took for the article to the article alone. */
import { blocksOf, parted, removeBlocks, type Block } from "../blocks.ts";
import type { PageElement } from "../tree.ts";
import { markCaptions } from "./captions.ts";
import { boxes } from "./boxes.ts";
import { cards, endings, tails } from "./end.ts";
import type { Rule, TidyContext } from "./rule.ts";
import { beforeHeadline, overText } from "./top.ts";
import { labels, linkLists, promotions, teasers } from "./within.ts";

/** The rules in their order; each sees what those before it left. */
export const rules = {
  beforeHeadline,
  overText,
  boxes,
  labels,
  promotions,
  teasers,
  linkLists,
  tails,
  cards,
  endings,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/**
 * Takes out of the article, in place, what the rules name, and gives the blocks that are left.
 * Rules named in `without` are left out, for measuring what each is worth.
 */
export function tidy(
  article: PageElement,
  context: TidyContext,
  without: ReadonlySet<string> = new Set(),
): Block[] {
  parted(article);
  let blocks = blocksOf(article);
  if (!without.has("captions")) markCaptions(blocks);
  const gone = new Set<PageElement>();
  for (const [name, rule] of Object.entries(rules)) {
    if (without.has(name)) continue;
    const dropped = new Set(rule(blocks, context));
    for (const { node } of dropped) gone.add(node);
    blocks = blocks.filter((block) => !dropped.has(block));
  }
  removeBlocks(article, gone);
  return blocks;
}

/** The text of the article: its blocks, parted by line feeds, without captions. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .filter(
      ({ kind, line }) =>
        kind !== "figure" && kind !== "caption" && kind !== "media" && line !== "",
    )
    .map(({ line }) => line)
    .join("\n");
}
