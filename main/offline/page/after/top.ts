import type { Block } from "../blocks.ts";
import { letters } from "../facts/headline.ts";
import { dateLine, label, opening } from "../words/furniture.ts";
import { isProse, isSolid, marksOf, shortLimit, type Rule, type TidyContext } from "./rule.ts";

/** How far down the headline is looked for, in blocks. */
const headlineReach = 60;
/** Blocks over the text that are looked at one by one. */
const openingReach = 14;

/** The headline repeated, and everything before it: site navigation, labels. */
export const beforeHeadline: Rule = (blocks, { headline }) => {
  const wanted = letters(headline);
  if (wanted.length < 8) return [];
  let found = -1;
  for (const [index, block] of blocks.slice(0, headlineReach).entries()) {
    if (isProse(block) && block.line.length > shortLimit) break;
    const written = letters(block.line);
    const isIt =
      written === wanted ||
      (block.kind === "heading" &&
        written.length >= 8 &&
        wanted.includes(written) &&
        written.length > wanted.length * 0.6) ||
      (written.includes(wanted) && written.length < wanted.length * 1.3 + 10);
    if (isIt) found = index;
  }
  return blocks.slice(0, found + 1).filter((block) => !isSolid(block));
};

/** Byline, date, share buttons and the like between the headline and the text. */
export const overText: Rule = (blocks, context) => {
  const first = blocks.findIndex(isProse);
  const body = blocks[first]?.ancestors.at(-1);
  const gone: Block[] = [];
  const reach = first === -1 ? 0 : Math.min(openingReach + 1, blocks.length);
  for (const [index, block] of blocks.slice(0, reach).entries()) {
    if (isSolid(block) || block.kind === "media" || block.kind === "caption") continue;
    const isApart = block.ancestors.at(-1) !== body;
    if (isOpening(block, context, isApart) || (index < first && isLoose(block, isApart)))
      gone.push(block);
    else if (index >= first) break;
  }
  return gone;
};

function isOpening(block: Block, context: TidyContext, isApart: boolean): boolean {
  const { line } = block;
  if (line.length > 600) return false;
  const written = letters(line);
  if (isStandfirst(block, written, context, isApart)) return true;
  if (line.length > 120) return false;
  return (
    opening.test(line) ||
    dateLine.test(line) ||
    label.test(line) ||
    isByline(line, context) ||
    (context.section !== null && written === letters(context.section)) ||
    written === letters(context.siteName)
  );
}

function isByline(line: string, { authors }: TidyContext): boolean {
  if (authors.length === 0) return false;
  const rest = authors.reduce((left, name) => left.replace(name, ""), line);
  return rest.length < line.length && rest.length < 50 && !/[.!?]["”’]?$/.test(line);
}

const standfirstMark =
  /(?:^|[\s_-])(?:standfirst|stand-first|dek|deck|subhead\w*|sub-?title|intro\w*|teaser|summary|abstract|vorspann|chapo|chapeau|entradilla|bajada|sommario|occhiello|ingress|description|excerpt|lede)(?:[\s_-]|$)/i;

/**
 * The standfirst is told apart from the text. A description that repeats the first paragraph is
 * none: the paragraph stays, unless it is marked or stands away from the others.
 */
function isStandfirst(
  block: Block,
  written: string,
  { standfirst }: TidyContext,
  isApart: boolean,
): boolean {
  const stated = letters(standfirst);
  if (stated.length < 20 || written.length < 20) return false;
  const isSame =
    written === stated ||
    (written.startsWith(stated.slice(0, 80)) && written.length < stated.length * 1.4);
  if (!isSame) return false;
  return block.kind === "heading" || isApart || standfirstMark.test(marksOf(block, 0));
}

/** A short label in a place of its own, before the text begins. */
function isLoose({ kind, line, linked }: Block, isApart: boolean): boolean {
  if (kind === "list") return line.length < 200 && linked > line.length / 2;
  if (kind === "heading") return false;
  return isApart && line.length <= 40 && (!/[.!?:;,"”»]$/.test(line) || linked > line.length / 2);
}
