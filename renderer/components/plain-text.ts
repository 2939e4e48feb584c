import type { Stretch } from "../text/find-passage.ts";

const blocks = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER " +
    "H1 H2 H3 H4 H5 H6 HEADER HR LI OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL"
  ).split(" "),
);

function isKept(node: Text): boolean {
  return node.parentElement?.closest("pre") !== null;
}

/**
 * The text of an element with a line break between blocks, and where each part of it stands: the
 * way from offsets in it to ranges and back.
 */
export class PlainText {
  readonly text: string;
  readonly #root: Node;
  readonly #nodes: { readonly node: Text; readonly start: number }[] = [];
  readonly #starts = new Map<Node, number>();

  constructor(root: Element) {
    this.#root = root;
    let text = "";
    const breakLine = (): void => {
      if (text !== "" && !text.endsWith("\n")) text += "\n";
    };
    let node: Node | null = root.firstChild;
    while (node !== null) {
      if (node instanceof Text) {
        this.#nodes.push({ node, start: text.length });
        this.#starts.set(node, text.length);
        // Where lines are not kept, the source's own line breaks are but spaces.
        text += isKept(node) ? node.data : node.data.replaceAll(/\s/g, " ");
      } else if (blocks.has(node.nodeName)) breakLine();
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      while (node !== null && node !== root && node.nextSibling === null) {
        if (blocks.has(node.nodeName)) breakLine();
        node = node.parentNode;
      }
      if (node === null || node === root) break;
      if (blocks.has(node.nodeName)) breakLine();
      node = node.nextSibling;
    }
    this.text = text;
  }

  /** The range of a stretch; null where there is no text. */
  rangeOf({ start, end }: Stretch): Range | null {
    const first = this.#nodeAt(start);
    const last = this.#nodeAt(Math.max(start, end - 1));
    if (first === undefined || last === undefined) return null;
    const range = new Range();
    range.setStart(first.node, Math.min(start - first.start, first.node.length));
    range.setEnd(last.node, Math.min(end - last.start, last.node.length));
    return range;
  }

  /** Where a place in the element is in the text; null where it is not in the element's tree. */
  offsetOf(node: Node, offset: number): number | null {
    if (node.getRootNode() !== this.#root.getRootNode()) return null;
    const start = this.#starts.get(node);
    if (start !== undefined) return start + offset;
    const place = new Range();
    place.setStart(node, offset);
    // The first text that begins there or later.
    let low = 0;
    let high = this.#nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.#nodes[middle];
      if (entry !== undefined && place.comparePoint(entry.node, 0) < 0) low = middle + 1;
      else high = middle;
    }
    return this.#nodes[low]?.start ?? this.text.length;
  }

  /** The piece of text that holds an offset: the last one that begins there or before. */
  #nodeAt(offset: number): { readonly node: Text; readonly start: number } | undefined {
    let low = 0;
    let high = this.#nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#nodes[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#nodes[Math.max(0, low - 1)];
  }
}
