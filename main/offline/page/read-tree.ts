import { Parser } from "htmlparser2";
import { element, isElement, type PageElement } from "./tree.ts";

/** Bytes of a page are bounded before; characters of one that is read at most. */
export const sizeLimit = 5_000_000;
/** Browsers stop at 512; extractors overflow their stack on what is nested deeper. */
const depthLimit = 500;
/** Seven times the fullest page that was seen; the extractor's time grows faster than its pages. */
const nodeLimit = 60_000;
/** Pictures written into the page itself; what is larger is left out of its attribute. */
const dataLimit = 65_536;

/** Why a page is not read at all. */
export type Refusal = "too-large" | "too-deep";

/** Stops the parser, which has no other way of being stopped. */
class Refused extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Scripts with data in them are facts; other scripts and styles say nothing to a reader. */
function isSkipped(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === "style" || name === "template") return true;
  return name === "script" && !/ld\+json/i.test(attributes.type ?? "");
}

/**
 * Reads a page into one `html` with one `head` and one `body`, whatever it was written as; or
 * says why it is refused. Comments, scripts, styles and NULs are gone, entities decoded.
 */
export function readTree(html: string): PageElement | Refusal {
  if (html.length > sizeLimit) return "too-large";
  const root = element("#root");
  const open: PageElement[] = [root];
  /** Depth of elements that are skipped with all they hold. */
  let skipped = 0;
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > nodeLimit) throw new Refused("too-large");
    if (open.length > depthLimit) throw new Refused("too-deep");
  };

  const parser = new Parser({
    onopentag(written, attributes) {
      // The source of a formula, which a script would have set.
      const isFormula = written === "script" && /^math\/tex/i.test(attributes.type ?? "");
      const name = isFormula ? "code" : written;
      if (skipped > 0 || isSkipped(name, attributes)) {
        skipped += 1;
        return;
      }
      count();
      const opened = element(name, [], withoutLargeData(attributes));
      open.at(-1)?.children.push(opened);
      open.push(opened);
    },
    ontext(text) {
      if (skipped > 0) return;
      const siblings = open.at(-1)?.children ?? [];
      const last = siblings.at(-1);
      // The parser tells text in pieces, one for each entity.
      if (typeof last === "string") siblings[siblings.length - 1] = last + text;
      else {
        count();
        siblings.push(text);
      }
    },
    onclosetag() {
      if (skipped > 0) skipped -= 1;
      else open.pop();
    },
  });

  try {
    parser.end(html.toWellFormed().replaceAll("\0", ""));
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
  return inOrder(root);
}

function withoutLargeData(attributes: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(attributes)) {
    if (value.length > dataLimit && value.startsWith("data:")) attributes[name] = "";
  }
  return attributes;
}

/** Elements that belong in a head, wherever the page has them. */
const headNames = new Set(["base", "link", "meta", "title"]);

/** Fragments get what surrounds a page; second heads and bodies are joined to the first. */
function inOrder(root: PageElement): PageElement {
  const head = element("head");
  const body = element("body");
  let page = element("html");
  const sort = (node: PageElement): void => {
    for (const child of node.children) {
      if (!isElement(child)) body.children.push(child);
      else if (child.name === "html") {
        page = element("html", [], { ...child.attributes, ...page.attributes });
        sort(child);
      } else if (child.name === "head") sortHead(child);
      else if (child.name === "body") {
        body.attributes = { ...child.attributes, ...body.attributes };
        body.children = body.children.concat(child.children);
      } else if (headNames.has(child.name)) head.children.push(child);
      else body.children.push(child);
    }
  };
  /** A head that was never closed holds the page. */
  const sortHead = (written: PageElement): void => {
    for (const child of written.children) {
      if (!isElement(child)) continue;
      if (headNames.has(child.name) || child.name === "script") head.children.push(child);
      else if (child.name === "body" || child.name === "html") sort(element("#root", [child]));
      else body.children.push(child);
    }
  };
  sort(root);
  page.children = [head, body];
  return page;
}
