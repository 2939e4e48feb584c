import type { Block } from "../blocks.ts";
import { isSolid, type Rule } from "./rule.ts";

/** What publishing systems call the boxes that they put beside or into the text. */
const boxMark =
  /(?:^|[\s_-])(?:newsletter\w*|sign-?up|subscri(?:be|ption)\w*|author-?(?:bio|box|info|card|about)|about-?(?:the-?)?author|bio(?:graphy)?|related\w*|recommend\w*|recirc\w*|promo\w*|sponsor\w*|outbrain\w*|taboola\w*|zergnet|share\w*|sharing|social\w*|follow-?(?:us|bar)|comments?|disqus\w*|respond|breadcrumbs?|tags?|tag-?list|topics|most-?(?:read|popular)|trending|read-?(?:more|next)|see-?also|also-?read|more-?(?:stories|from|news|on)|up-?next|teasers?|ad|ads|advert\w*|banner|cookie\w*|donat\w*|pagination|disclaimer|print-?only|screen-?reader\w*|sr-only|visually-?hidden)(?:[\s_-]|$)/i;

/** Boxes that hold more of the text are the article under a careless name. */
const boxShare = 0.15;

/** Boxes that are named as something else than text, while they hold little of it. */
export const boxes: Rule = (blocks) => {
  const total = blocks.reduce((sum, { line }) => sum + line.length, 0);
  const boxed = new Map<string, Block[]>();
  for (const block of blocks) {
    // A heading's own classes are for scripts that number and link it.
    const around =
      block.kind === "heading"
        ? block.ancestors.slice(1)
        : [...block.ancestors.slice(1), block.node];
    const mark = around
      .map(({ attributes }) => boxMark.exec(attributes.class ?? "")?.[0])
      .find((one) => one !== undefined);
    // All boxes of a name stand or fall together: some call every paragraph so.
    if (mark !== undefined) boxed.set(mark, [...(boxed.get(mark) ?? []), block]);
  }
  return [...boxed.values()]
    .filter((held) => held.reduce((sum, { line }) => sum + line.length, 0) <= total * boxShare)
    .flat()
    .filter((block) => !isSolid(block));
};
