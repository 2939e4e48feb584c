import { Parser } from "htmlparser2";

/** An element as the publisher wrote it. */
export interface SourceElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SourceNode[];
}

export type SourceNode = string | SourceElement;

/** Characters of HTML that are read at most. */
const sizeLimit = 8_000_000;
/** Extractors and parsers overflow their stack on what is nested deeper; no article is. */
const depthLimit = 1000;
/** Keeps the tree of the densest 8 MB well under a worker's memory. */
const nodeLimit = 250_000;

/** Thrown by the callbacks to stop the parser, which has no other way of being stopped. */
class LimitReached extends Error {}

/**
 * Reads HTML into a tree, within limits: what lies behind them is left out.
 * Comments, NULs and lone surrogates are gone, entities decoded. Never throws.
 */
export function parseMarkup(html: string): SourceElement {
  const root: SourceElement = { name: "#root", attributes: {}, children: [] };
  const open: SourceElement[] = [root];
  let nodes = 0;

  const add = (node: SourceNode): void => {
    nodes += 1;
    if (nodes > nodeLimit || open.length > depthLimit) throw new LimitReached();
    open.at(-1)?.children.push(node);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, children: [] };
        add(element);
        open.push(element);
      },
      ontext(text) {
        const siblings = open.at(-1)?.children ?? [];
        const last = siblings.at(-1);
        // The parser tells text in pieces, one for each entity.
        if (typeof last === "string") siblings[siblings.length - 1] = last + text;
        else add(text);
      },
      onclosetag() {
        open.pop();
      },
    },
    // Feeds are often written as XML, where `<iframe … />` does not swallow the rest.
    { recognizeSelfClosing: true },
  );

  try {
    parser.end(withoutControls(withinSize(html)));
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
  return root;
}

function withinSize(html: string): string {
  if (html.length <= sizeLimit) return html;
  const reduced = withoutComments(html.replace(/data:[\w/+.-]*;base64,[A-Za-z0-9+/=]+/g, ""));
  return reduced.slice(0, sizeLimit);
}

/** Done by hand: a lazy regular expression takes quadratic time on unclosed comments. */
function withoutComments(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = html.indexOf("<!--", from);
    const end = start === -1 ? -1 : html.indexOf("-->", start + 4);
    if (end === -1) break;
    kept.push(html.slice(from, start));
    from = end + 3;
  }
  kept.push(html.slice(from));
  return kept.join("");
}

function withoutControls(html: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is to be removed
  return html.toWellFormed().replace(/[\0-\x08\x0b\x0e-\x1f\x7f]/g, "");
}
