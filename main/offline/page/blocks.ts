/** The article as a list of blocks: what the rules that tidy it look at and take out. */
import { element, isBlock, isElement, lineOf, type PageElement, type PageNode } from "./tree.ts";

export type BlockKind =
  "heading" | "text" | "list" | "figure" | "caption" | "table" | "code" | "quote" | "media";

/** A paragraph, a heading, a whole list … as it stands in the article. */
export interface Block {
  readonly node: PageElement;
  /** From the root to the parent. */
  readonly ancestors: readonly PageElement[];
  kind: BlockKind;
  /** Its text on one line. */
  readonly line: string;
  /** Characters of it that are links. */
  readonly linked: number;
}

const units: Readonly<Record<string, BlockKind>> = {
  ul: "list",
  ol: "list",
  dl: "list",
  menu: "list",
  figcaption: "caption",
  pre: "code",
  math: "code",
  blockquote: "quote",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
};
const mediaNames = new Set(
  "img picture video audio iframe embed object svg amp-img noscript".split(" "),
);

/** Puts inline runs that stand beside blocks into paragraphs, so that every text has its block. */
export function parted(root: PageElement): void {
  if (root.name === "pre" || !holdsBlocks(root)) return;
  let children: PageNode[] = [];
  let run: PageNode[] = [];
  const flush = (): void => {
    const hasText = run.some((node) => lineOf(node) !== "");
    children = children.concat(hasText ? [element("p", run)] : run.filter(isElement));
    run = [];
  };
  for (const child of root.children) {
    const isApart =
      isElement(child) && child.name !== "br" && (isBlock(child) || holdsBlocks(child));
    if (!isApart) {
      run.push(child);
      continue;
    }
    flush();
    children.push(child);
    parted(child);
  }
  flush();
  root.children = children;
}

function holdsBlocks(node: PageElement): boolean {
  return node.children.some(
    (child) => isElement(child) && child.name !== "br" && (isBlock(child) || holdsBlocks(child)),
  );
}

/** The blocks of an article in order. */
export function blocksOf(root: PageElement): Block[] {
  const blocks: Block[] = [];
  const add = (node: PageElement, ancestors: readonly PageElement[], kind: BlockKind): void => {
    const line = lineOf(node);
    if (line === "" && kind !== "figure" && kind !== "media") return;
    blocks.push({ node, ancestors, kind, line, linked: linkedLength(node) });
  };
  const walk = (node: PageElement, ancestors: readonly PageElement[]): void => {
    const unit = kindOf(node);
    if (unit !== null) add(node, ancestors, unit);
    else if (!holdsBlocks(node) && (lineOf(node) !== "" || mediaNames.has(node.name)))
      add(node, ancestors, mediaNames.has(node.name) ? "media" : "text");
    else {
      const path = [...ancestors, node];
      for (const child of node.children) if (isElement(child)) walk(child, path);
    }
  };
  for (const child of root.children) if (isElement(child)) walk(child, [root]);
  return blocks;
}

function kindOf(node: PageElement): BlockKind | null {
  if (node.name === "figure") return isPictured(node) ? "figure" : null;
  if (node.name === "table") return isLayout(node) ? null : "table";
  if ((node.name === "ul" || node.name === "ol") && holdsArticleText(node)) return null;
  return units[node.name] ?? null;
}

/** A list of slides or chapters is no list of points. */
function holdsArticleText(list: PageElement): boolean {
  return list.children.some(
    (item) =>
      isElement(item) &&
      item.children.filter((child) => isElement(child) && child.name === "p").length > 1,
  );
}

/** A figure of pictures with a caption; others hold tables, code or quotes. */
function isPictured(figure: PageElement): boolean {
  const holdsMore = (node: PageElement): boolean =>
    node.children.some(
      (child) =>
        isElement(child) &&
        (["table", "pre", "blockquote", "ul", "ol"].includes(child.name) || holdsMore(child)),
    );
  return !holdsMore(figure) && lineOf(figure).length < 1500;
}

/** A table that only places things: few cells, with paragraphs in them. */
function isLayout(table: PageElement): boolean {
  const cells: PageElement[] = [];
  const collect = (node: PageElement): void => {
    for (const child of node.children) {
      if (!isElement(child)) continue;
      if (child.name === "td" || child.name === "th") cells.push(child);
      else collect(child);
    }
  };
  collect(table);
  return cells.length <= 4 && cells.some((cell) => lineOf(cell).length > 400);
}

/** Characters within that are links to other pages. */
export function linkedLength(node: PageElement): number {
  if (node.name === "a")
    return node.attributes.href === undefined || node.attributes.href.startsWith("#")
      ? 0
      : lineOf(node).length;
  return node.children.reduce(
    (sum, child) => sum + (isElement(child) ? linkedLength(child) : 0),
    0,
  );
}

/** Takes blocks out of the tree, and what is empty without them. */
export function removeBlocks(root: PageElement, gone: ReadonlySet<PageElement>): void {
  if (gone.size === 0) return;
  const prune = (node: PageElement): boolean => {
    if (gone.has(node)) return false;
    const before = node.children.length;
    if (before === 0) return true;
    node.children = node.children.filter((child) => !isElement(child) || prune(child));
    const isLeft = node.children.some((child) => isElement(child) || child.trim() !== "");
    return isLeft || node.children.length === before;
  };
  prune(root);
}
