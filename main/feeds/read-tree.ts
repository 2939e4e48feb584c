/** Text → raw tree, on htmlparser2's tolerant XML mode. Never throws; takes linear time. */
import { Parser } from "htmlparser2";
import { resolveAddress } from "./addresses.ts";
import { canonicalName, createScope, namespaceOf, type Home, type Scope } from "./namespaces.ts";
import { decodeReferences } from "./references.ts";
import type { Element } from "./tree.ts";

export interface Tree {
  readonly root: Element;
  /** The innermost item that was still open where the document ended. */
  readonly unfinished: Element | null;
  readonly problems: readonly string[];
}

/** Deeper than any honest document; unclosed `<br>` and `<p>` are why it is not smaller. */
const maximumDepth = 400;
/** Custom entities of a document type: enough for the honest, harmless for bombs. */
const maximumEntities = 1_000;
const maximumEntityLength = 1_000;

const rootNames = new Set(["rss", "rdf", "feed", "channel", "entry", "opml"]);
const itemNames = new Set(["item", "entry"]);
/** Where items stand. */
const holderNames = new Set(["rss", "rdf", "channel", "feed", "items", "entries"]);
/** Elements of an item that hold only text; whatever element opens inside was meant for the item. */
const leafNames = new Set(["title", "link", "guid", "pubdate", "comments", "category", "id"]);
const itemFields = new Set([
  ...leafNames,
  "description",
  "content:encoded",
  "dc:creator",
  "dc:date",
]);

/** An ampersand that begins no reference. */
const bareSign = /&(?!#?\w{1,40};)/;

class TooDeep extends Error {}

/**
 * Reads the first element that can be the root of a feed or outline; null when there is none.
 * @param documentBase address against which the outermost `xml:base` is resolved.
 */
export function readTree(text: string, documentBase: string | null): Tree | null {
  const builder = new TreeBuilder(documentBase);
  const parser = new Parser(builder, {
    xmlMode: true,
    decodeEntities: false,
    lowerCaseTags: true,
  });
  try {
    parser.write(text);
    builder.reachEnd();
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    builder.problems.push(`nested deeper than ${maximumDepth} elements; read up to there`);
    builder.reachEnd();
  }
  if (builder.root === null) return null;
  return { root: builder.root, unfinished: builder.unfinished, problems: builder.problems };
}

class TreeBuilder {
  root: Element | null = null;
  unfinished: Element | null = null;
  /** What was wrong with the document, each kind once. */
  readonly problems: string[] = [];
  #stack: Element[] = [];
  /** Positions in the stack of the open items. */
  #openItems: number[] = [];
  #scopes: Scope[] = [];
  #scope: Scope = createScope(null, new Map());
  #home: Home = { prefix: "", address: undefined, isAtom: false };
  #isDone = false;
  #isInCdata = false;
  #isAtEnd = false;
  #hasBareSigns = false;
  #entities = new Map<string, string>();
  readonly #documentBase: string | null;

  constructor(documentBase: string | null) {
    this.#documentBase = documentBase;
  }

  onopentag(raw: string, attributes: Record<string, string>): void {
    if (this.#isDone) return;
    if (this.root === null && !rootNames.has(localName(raw))) {
      this.#note("something stands before the feed");
      return;
    }
    if (this.#stack.length >= maximumDepth) throw new TooDeep();
    const parent = this.#stack.at(-1);
    let base = parent?.base ?? null;
    let language = parent?.language ?? null;
    let declared: Map<string, string> | null = null;
    for (const name in attributes) {
      if (!name.startsWith("xml")) continue;
      const value = decodeReferences(attributes[name] ?? "").trim();
      if (name === "xmlns") (declared ??= new Map()).set("", value);
      else if (name.startsWith("xmlns:")) {
        (declared ??= new Map()).set(name.slice(6).toLowerCase(), value);
      } else if (name === "xml:base")
        base = resolveAddress(value, base ?? this.#documentBase) ?? base;
      else if (name === "xml:lang") language = value === "" ? null : value;
    }
    this.#scopes.push(this.#scope);
    if (declared !== null) this.#scope = createScope(this.#scope, declared);
    if (this.root === null) this.#home = homeOf(raw, this.#scope);
    const name = canonicalName(raw, this.#scope, this.#home);
    const element: Element = { name, attributes, children: [], base, language };
    if (this.root === null) this.root = element;
    else this.#place(element);
    this.#stack.push(element);
  }

  /** Puts an element where it was meant to be when one before it was never closed. */
  #place(element: Element): void {
    let depth = this.#stack.length - 1;
    if (itemNames.has(element.name)) {
      while (depth > 0 && !holderNames.has(this.#stack[depth]?.name ?? "")) depth -= 1;
      this.#openItems.push(this.#stack.length);
    } else if (itemFields.has(element.name)) {
      while (depth > 1 && leafNames.has(this.#stack[depth]?.name ?? "")) depth -= 1;
    }
    this.#stack[depth]?.children.push(element);
  }

  /** @param isImplied no end tag closes it: the document forgot to, or it is `<empty/>`. */
  onclosetag(_name: string, isImplied: boolean): void {
    const element = this.#stack.pop();
    if (element === undefined) return;
    if (isImplied && element.children.length > 0 && !this.#isAtEnd) {
      this.#note("elements are not closed, or not in their order");
    }
    this.#scope = this.#scopes.pop() ?? this.#scope;
    if (this.#openItems.at(-1) === this.#stack.length) this.#openItems.pop();
    if (this.#stack.length === 0) this.#isDone = true;
  }

  ontext(data: string): void {
    const children = this.#stack.at(-1)?.children;
    if (children === undefined) {
      if (this.root === null && /[^\s\ufeff]/.test(data))
        this.#note("something stands before the feed");
      return;
    }
    const text = this.#isInCdata ? data : decodeReferences(data, this.#entities);
    if (!this.#isInCdata && !this.#hasBareSigns && bareSign.test(data)) {
      this.#hasBareSigns = true;
      this.#note("ampersands are not escaped");
    }
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === "string") children[last] = before + text;
    else children.push(text);
  }

  oncdatastart(): void {
    this.#isInCdata = true;
  }

  oncdataend(): void {
    this.#isInCdata = false;
  }

  /** `<!ENTITY name "text">` in the document type: plain text only, never nested or external. */
  onprocessinginstruction(name: string, data: string): void {
    if (!/^!(?:entity|doctype)$/.test(name) || this.root !== null) return;
    if (this.#entities.size >= maximumEntities || data.length > maximumEntityLength) return;
    const match = /!ENTITY\s+([\w.-]+)\s+(?:"([^"<&]*)"|'([^'<&]*)')\s*$/i.exec(data);
    if (match?.[1] !== undefined) this.#entities.set(`&${match[1]};`, match[2] ?? match[3] ?? "");
  }

  /** Called before the parser closes what the document left open. */
  reachEnd(): void {
    const open = this.#openItems.at(-1);
    this.unfinished = open === undefined ? null : (this.#stack[open] ?? null);
    if (this.#stack.length > 0) this.#note("the document ends before it is complete");
    this.#isAtEnd = true;
  }

  #note(problem: string): void {
    if (!this.problems.includes(problem)) this.problems.push(problem);
  }
}

function localName(raw: string): string {
  return raw.slice(raw.indexOf(":") + 1);
}

function homeOf(raw: string, scope: Scope): Home {
  const prefix = raw.slice(0, Math.max(raw.indexOf(":"), 0));
  const local = localName(raw);
  return {
    prefix,
    address: namespaceOf(scope, prefix),
    isAtom: local === "feed" || local === "entry",
  };
}
