/** The blocks of a page that could hold its article, numbered in the order of the document. */
import { isBlock, isElement, type PageElement } from "../page/tree.ts";

export interface Candidate {
  readonly number: number;
  /** From the outside in: elements that hold the same and nothing else. */
  readonly elements: readonly PageElement[];
  /** Where its text begins and ends in the text of all of the page. */
  readonly start: number;
  readonly end: number;
}

/** One that is still being gone through. */
interface Found {
  readonly elements: PageElement[];
  readonly start: number;
  end: number;
}

export interface Candidates {
  readonly blocks: readonly Candidate[];
  /** All text of the page in its order, without white space. */
  readonly text: string;
}

/** Fewer characters are no article and no part of one. */
const textMinimum = 60;
/** A paragraph with so many is a whole article whose lines are broken by hand. */
const longParagraph = 1_500;
const blocksAtMost = 3_000;

/** Never an article, though they may be blocks. */
const unfit = new Set(
  (
    "p h1 h2 h3 h4 h5 h6 pre ul ol dl menu figure figcaption caption thead tr hgroup br hr legend " +
    "summary option select a html"
  ).split(" "),
);
const silent = new Set(
  "head script style template title textarea select svg iframe noscript object button".split(" "),
);

/** Finds and numbers them; the same page gives the same numbers. */
export function findCandidates(page: PageElement): Candidates {
  const blocks: Found[] = [];
  const texts: string[] = [];
  let length = 0;
  const telling = tellingElements(page);
  /** `around`: the block of the element that holds this one and nothing else. */
  const walk = (element: PageElement, around: Found | null): void => {
    const block = mayHold(element)
      ? (around ?? { elements: [], start: length, end: length })
      : null;
    if (block !== null && block !== around) blocks.push(block);
    block?.elements.push(element);
    const only = onlyChild(element, telling);
    for (const child of element.children) {
      if (isElement(child)) {
        if (!silent.has(child.name)) walk(child, child === only ? block : null);
      } else {
        const text = withoutSpace(child);
        texts.push(text);
        length += text.length;
      }
    }
    if (block !== null) block.end = length;
  };
  walk(page, null);
  const large = blocks.filter(({ elements: [first], start, end }) => {
    const minimum = first?.name === "p" ? longParagraph : textMinimum;
    return end - start >= minimum;
  });
  return {
    blocks: large.slice(0, blocksAtMost).map((block, number) => ({ ...block, number })),
    text: texts.join(""),
  };
}

/** White space says nothing about where a text stands. */
export const withoutSpace = (text: string): string => text.replace(/\s+/g, "");

/** The block that holds nearly all of an article's text and the least besides; null: none does. */
export function holderOf(articleText: string, { blocks, text }: Candidates): Candidate | null {
  const found: { at: number; length: number }[] = [];
  let from = 0;
  for (const line of articleText.split("\n")) {
    const wanted = withoutSpace(line);
    if (wanted.length < 25) continue;
    const after = text.indexOf(wanted, from);
    const at = after === -1 ? text.indexOf(wanted) : after;
    if (at === -1) continue;
    found.push({ at, length: wanted.length });
    from = at + wanted.length;
  }
  const within = ({ start, end }: Candidate): number =>
    found.reduce(
      (sum, { at, length }) => sum + (at >= start && at + length <= end ? length : 0),
      0,
    );
  const all = found.reduce((sum, { length }) => sum + length, 0);
  if (all === 0) return null;
  return blocks
    .filter((block) => within(block) >= all * 0.85)
    .reduce<Candidate | null>(
      (best, block) =>
        best === null || block.end - block.start <= best.end - best.start ? block : best,
      null,
    );
}

function mayHold(element: PageElement): boolean {
  if (element.name === "p") return true;
  if (unfit.has(element.name)) return false;
  // Publishers' own elements, and those of text around blocks.
  return isBlock(element) || element.name.includes("-") || element.children.some(isBlockNode);
}

const isBlockNode = (child: PageElement | string): boolean =>
  isElement(child) && child.name !== "br" && isBlock(child);

/** The child of an element that holds nothing else. */
function onlyChild(
  { children }: PageElement,
  telling: ReadonlySet<PageElement>,
): PageElement | null {
  const said = children.filter((child) =>
    isElement(child) ? telling.has(child) : child.trim() !== "",
  );
  const [only] = said;
  return said.length === 1 && only !== undefined && isElement(only) ? only : null;
}

const pictured = new Set(["img", "picture", "video", "audio", "iframe"]);

/** Elements with text or pictures in them. */
function tellingElements(page: PageElement): ReadonlySet<PageElement> {
  const telling = new Set<PageElement>();
  const look = (element: PageElement): boolean => {
    let tells = pictured.has(element.name);
    if (!silent.has(element.name))
      for (const child of element.children)
        // All of them are looked at, also when it is known already.
        if (isElement(child) ? look(child) : child.trim() !== "") tells = true;
    if (tells) telling.add(element);
    return tells;
  };
  look(page);
  return telling;
}
