/** A web page as plain records: what all steps from page to article work on. */

/** An element of the page; steps change it in place. */
export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  children: PageNode[];
}

export type PageNode = string | PageElement;

/** Makes an element. */
export function element(
  name: string,
  children: PageNode[] = [],
  attributes: Record<string, string> = {},
): PageElement {
  return { name, attributes, children };
}

/** True for elements, so that lists of nodes can be narrowed. */
export function isElement(node: PageNode): node is PageElement {
  return typeof node !== "string";
}

/** Elements that part the text around them. */
const blockNames = new Set(
  (
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav " +
    "ol option p pre search section select summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** True for what begins a new line of text. */
export function isBlock({ name }: PageElement): boolean {
  return blockNames.has(name);
}

/** Elements whose text nobody sees. */
const silentNames = new Set(
  "head script style template title textarea select svg iframe noscript object button".split(" "),
);

/** Text within, blocks parted by line feeds and white space as it stands. */
function rawText(node: PageNode): string {
  if (typeof node === "string") return node.replace(/\s+/g, " ");
  if (silentNames.has(node.name)) return "";
  if (node.name === "br") return "\n";
  const inside = node.children.map(rawText).join("");
  return isBlock(node) ? `\n${inside}\n` : inside;
}

/** Text within on one line, white space collapsed. */
export function lineOf(node: PageNode): string {
  return rawText(node).replace(/\s+/g, " ").trim();
}

/** Text within, blocks parted by line feeds, no empty lines. */
export function linesOf(node: PageNode): string {
  return rawText(node)
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Every element within, in the order of the document, the given one first. */
export function elementsOf(root: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const collect = (one: PageElement): void => {
    found.push(one);
    for (const child of one.children) if (isElement(child)) collect(child);
  };
  collect(root);
  return found;
}

/** The first element within that fits, or undefined. */
export function findElement(
  root: PageElement,
  fits: (candidate: PageElement) => boolean,
): PageElement | undefined {
  if (fits(root)) return root;
  for (const child of root.children) {
    const found = isElement(child) ? findElement(child, fits) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Takes out every element within that fits, with all it holds. */
export function removeElements(root: PageElement, fits: (candidate: PageElement) => boolean): void {
  root.children = root.children.filter((child) => !isElement(child) || !fits(child));
  for (const child of root.children) if (isElement(child)) removeElements(child, fits);
}

/** A copy that can be changed without changing the given one. */
export function copyOf(root: PageElement): PageElement {
  return {
    name: root.name,
    attributes: { ...root.attributes },
    children: root.children.map((child) => (isElement(child) ? copyOf(child) : child)),
  };
}

const voidNames = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** The element as HTML that reads back the same. */
export function toHtml(node: PageNode): string {
  if (typeof node === "string") return escapeText(node);
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => /^[^\s"'<>/=]+$/.test(name))
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`)
    .join("");
  const start = `<${node.name}${attributes}>`;
  if (voidNames.has(node.name)) return start;
  return `${start}${node.children.map(toHtml).join("")}</${node.name}>`;
}

function escapeText(text: string): string {
  // Each reference costs the next parser a text of its own, so only those that would be misread.
  return text
    .replace(/&(?=[#\w])/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
