/** The blocks of a shown page: which lies in which, and what each begins with. */

export interface BlockOutline {
  readonly block: number;
  readonly words: number;
  /** Its first words. */
  readonly start: string;
  /** Blocks of the list around it. */
  readonly depth: number;
}

/** Blocks with fewer words are menus, captions and teasers: too many for a list. */
const wordsAtLeast = 40;
const blocksAtMost = 80;
const startLength = 90;

const selector = "[data-block]";

/** The number of a block's element. */
export const numberOf = (element: Element): number => Number(element.getAttribute("data-block"));

/** The element of a block, or null. */
export const elementOf = (page: Element, block: number | null): HTMLElement | null =>
  block === null ? null : page.querySelector<HTMLElement>(`[data-block="${block}"]`);

/** The innermost block at a place of the page. */
export const blockAt = (place: Element): HTMLElement | null => place.closest(selector);

/** The block that an arrow key leads to from another; the same one where there is none. */
export function neighbour(page: Element, from: Element, key: string): Element {
  const around = from.parentElement?.closest(selector) ?? null;
  if (key === "ArrowUp") return around ?? from;
  if (key === "ArrowDown") return from.querySelector(selector) ?? from;
  const siblings = [...(around ?? page).querySelectorAll(selector)].filter(
    (one) => (one.parentElement?.closest(selector) ?? null) === around,
  );
  const at = siblings.indexOf(from) + (key === "ArrowRight" ? 1 : -1);
  return siblings[at] ?? from;
}

/** The larger blocks in the order of the page, to be chosen from a list. */
export function outlineOf(page: Element): readonly BlockOutline[] {
  const depths = new Map<Element, number>();
  const outline: BlockOutline[] = [];
  for (const element of page.querySelectorAll(selector)) {
    const text = textOf(element).replace(/\s+/g, " ").trim();
    const words = wordsIn(text);
    if (words < wordsAtLeast) continue;
    const around = element.parentElement?.closest(selector) ?? null;
    const depth = around === null ? 0 : (depths.get(around) ?? -1) + 1;
    depths.set(element, depth);
    const start = text.length > startLength ? `${text.slice(0, startLength).trimEnd()}…` : text;
    outline.push({ block: numberOf(element), words, start, depth });
    if (outline.length >= blocksAtMost) break;
  }
  return outline;
}

/** What stands within a line of text. */
const inline = new Set("SPAN STRONG B EM I U S SUB SUP SMALL CODE KBD Q CITE MARK WBR".split(" "));

/** Text within, blocks parted by white space. */
function textOf(element: Element): string {
  return Array.from(element.childNodes, (child) => {
    if (!(child instanceof Element)) return child.textContent ?? "";
    return inline.has(child.nodeName) ? textOf(child) : ` ${textOf(child)} `;
  }).join("");
}

/** As people count: engines know where words end in scripts without spaces, too. */
function wordsIn(text: string): number {
  const spaced = text === "" ? 0 : text.split(" ").length;
  return Math.max(
    spaced,
    Math.floor(
      (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)
        ?.length ?? 0) / 2,
    ),
  );
}
