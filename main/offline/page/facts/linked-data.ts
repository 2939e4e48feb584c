/** JSON-LD in a page: the description of the article that publishers write for search engines. */
import { decodeHTML } from "entities/decode";
import { isElement, type PageElement } from "../tree.ts";

/** A node of linked data: what its properties hold is not known. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** More nodes than this are no description of one article. */
const nodeLimit = 5_000;

export const articleTypes =
  /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|Recipe|SocialMediaPosting|DiscussionForumPosting|BackgroundArticle|Opinion\w*)$/i;

/** Everything that a page says in JSON-LD, nested nodes included, in the order of the page. */
export class LinkedData {
  readonly nodes: readonly LinkedNode[];
  readonly #byId = new Map<string, LinkedNode>();

  constructor(elements: readonly PageElement[]) {
    const nodes: LinkedNode[] = [];
    const collect = (value: unknown, depth: number): void => {
      if (depth > 20 || nodes.length > nodeLimit) return;
      if (Array.isArray(value)) for (const one of value as unknown[]) collect(one, depth + 1);
      else if (isNode(value)) {
        nodes.push(value);
        const id = value["@id"];
        // A reference says nothing but the id; the described node is the one with more to it.
        if (typeof id === "string") {
          const known = this.#byId.get(id);
          if (!known || Object.keys(value).length > Object.keys(known).length)
            this.#byId.set(id, value);
        }
        for (const held of Object.values(value))
          if (typeof held === "object") collect(held, depth + 1);
      }
    };
    for (const script of elements) {
      if (script.name !== "script") continue;
      const text = script.children.map((child) => (isElement(child) ? "" : child)).join("");
      collect(parseTolerantly(text), 0);
    }
    this.nodes = nodes;
  }

  /** The node that describes the article of this page, or undefined. */
  article(): LinkedNode | undefined {
    const articles = this.nodes.filter((node) => hasType(node, articleTypes));
    // Lists of other stories hold bare ones: the fullest is ours, the first of equals.
    const weight = (node: LinkedNode): number =>
      ["headline", "datePublished", "author", "articleBody", "mainEntityOfPage", "image"].filter(
        (name) => name in node,
      ).length;
    let best: LinkedNode | undefined;
    for (const node of articles) if (!best || weight(node) > weight(best)) best = node;
    return best;
  }

  /** The nodes that a property holds, references resolved; bare strings as `{name}`. */
  held(node: LinkedNode | undefined, property: string): LinkedNode[] {
    return listOf(node?.[property]).flatMap((value): LinkedNode[] => {
      if (typeof value === "string")
        return value.trim() === "" ? [] : [this.#byId.get(value) ?? { name: value }];
      if (!isNode(value)) return [];
      const id = value["@id"];
      const described = typeof id === "string" ? this.#byId.get(id) : undefined;
      return [described ?? value];
    });
  }
}

/** True when one of the node's types fits. */
export function hasType(node: LinkedNode, types: RegExp): boolean {
  return listOf(node["@type"]).some(
    (type) => typeof type === "string" && types.test(type.replace(/^.*[/#:]/, "")),
  );
}

/** A property's first text, references decoded, on one line; "" when there is none. */
export function textIn(node: LinkedNode | undefined, ...properties: readonly string[]): string {
  for (const property of properties) {
    for (const value of listOf(node?.[property])) {
      const text = isNode(value) ? value["@value"] : value;
      if (typeof text !== "string") continue;
      const line = decodeHTML(text.replace(/<[^<>]{1,200}>/g, " "))
        .replace(/\s+/g, " ")
        .trim();
      if (line !== "") return line;
    }
  }
  return "";
}

/** What a property holds, as a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function isNode(value: unknown): value is LinkedNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON as people and templates write it: in comments, with line breaks in texts, commas too many. */
function parseTolerantly(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/, "")
    .replace(/(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?$/, "")
    .replace(/;\s*$/, "");
  const attempts = [
    bare,
    // eslint-disable-next-line no-control-regex -- they are what makes it unreadable
    bare.replace(/[\0-\x1f]+/g, " ").replace(/,\s*([\]}])/g, "$1"),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next attempt, or none: then the page says it in other ways.
    }
  }
  return null;
}
