/** Bytes → feed: decode, sniff, raw shape, adapter, identity. */
import { gunzipSync } from "node:zlib";
import { readAtom } from "./atom.ts";
import { maximumItems, type FeedDraft } from "./draft.ts";
import { decodeDocument } from "./encoding.ts";
import { identify } from "./identity.ts";
import { isJsonFeed, isObject, readJsonFeed } from "./json-feed.ts";
import { parseJson } from "./json-document.ts";
import { readTree, type Tree } from "./read-tree.ts";
import { closeOpenSection } from "./repair.ts";
import { readRss } from "./rss.ts";
import { rssElement } from "./rss-in-json.ts";
import { looksLikeWebPage, rootPosition, startsAsJson } from "./sniff.ts";
import { elementsOf } from "./tree.ts";
import type { FeedSource, NotAFeed, ParsedFeed, ParsedItem } from "./types.ts";

/** Bytes of the largest document that is read, also after unpacking. */
const maximumSize = 16 * 1024 * 1024;

interface Reading {
  readonly draft: FeedDraft;
  readonly problems: readonly string[];
}

/** Reads a feed of any format. Never throws. */
export function parseFeed(bytes: Uint8Array, source: FeedSource): ParsedFeed | NotAFeed {
  try {
    return parse(bytes, source);
  } catch {
    // Nothing above is known to throw; a document that manages it must not end the worker.
    return refuse("unreadable");
  }
}

function parse(bytes: Uint8Array, source: FeedSource): ParsedFeed | NotAFeed {
  if (bytes.length > maximumSize) return refuse("too-large");
  const unpacked = unpack(bytes);
  if (typeof unpacked === "string") return refuse(unpacked);
  const { text, problems } = decodeDocument(unpacked, source.contentType);
  const start = text.trimStart();
  if (start === "") return refuse("empty");
  const address = source.baseUrl ?? null;
  const reading = startsAsJson(start) ? readJson(start, address) : readXml(text, address);
  const isPage = looksLikeWebPage(text, source.contentType);
  // A page may hold a feed (some servers wrap it), but not an empty one.
  if (reading !== null && !(isPage && reading.draft.items.length === 0)) {
    const before = unpacked === bytes ? problems : ["packed without saying so", ...problems];
    return complete(reading, before);
  }
  if (isPage) return refuse("html");
  return refuse(startsAsJson(start) ? "unreadable" : "not-a-feed");
}

function refuse(reason: NotAFeed["reason"]): NotAFeed {
  return { ok: false, reason };
}

/** Some servers send gzip without saying so. Returns why not when it cannot be unpacked. */
function unpack(bytes: Uint8Array): Uint8Array | NotAFeed["reason"] {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maximumSize });
  } catch (error) {
    const isTooLarge = error instanceof RangeError && "code" in error;
    return isTooLarge && error.code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "unreadable";
  }
}

function readJson(text: string, address: string | null): Reading | null {
  const document = parseJson(text);
  if (document === null || !isObject(document.value)) return null;
  const rss = rssElement(document.value);
  if (rss !== null) {
    const draft: FeedDraft = { ...readRss(rss, address), format: "rss-in-json" };
    return { draft, problems: document.problems };
  }
  if (!isJsonFeed(document.value)) return null;
  return { draft: readJsonFeed(document.value, address), problems: document.problems };
}

function readXml(text: string, address: string | null): Reading | null {
  const closed = closeOpenSection(text);
  const tree = readTree(closed, address) ?? readFromRoot(closed, address);
  if (tree === null || tree.root.name === "opml") return null;
  const { root } = tree;
  const isAtom = root.name === "feed" || root.name === "entry";
  dropUnfinished(tree);
  const draft = isAtom ? readAtom(root, address) : readRss(root, address);
  const problems =
    closed === text ? tree.problems : [...tree.problems, "a section was never closed"];
  return { draft, problems };
}

/**
 * Of a document that was cut off only the complete items are kept: the last one may lack the id by
 * which it will be known on the next visit.
 */
function dropUnfinished({ root, unfinished }: Tree): void {
  if (unfinished === null) return;
  const holder = [root, ...elementsOf(root)].find(({ children }) => children.includes(unfinished));
  holder?.children.splice(holder.children.indexOf(unfinished), 1);
}

/** A second look for documents whose beginning swallowed the root, such as an unclosed comment. */
function readFromRoot(text: string, address: string | null): Tree | null {
  const position = rootPosition(text);
  return position === -1 ? null : readTree(text.slice(position), address);
}

function complete({ draft, problems }: Reading, before: readonly string[]): ParsedFeed {
  const identities = identify(draft.items, draft.link);
  const items = new Map<string, ParsedItem>();
  for (const [index, item] of draft.items.entries()) {
    const { key, aliases } = identities[index] ?? { key: "", aliases: [] };
    // Those who date only their changes mean the same by it.
    const published = item.published ?? item.updated;
    if (!items.has(key)) items.set(key, { ...item, key, aliases, published });
  }
  const repeated = draft.items.length - items.size;
  const more = [
    ...(repeated === 0 ? [] : [`${repeated} items were exact repetitions of others`]),
    ...sharedIds([...items.values()]),
    ...(draft.items.length < maximumItems
      ? []
      : [`only the first ${maximumItems} items were read`]),
  ];
  return {
    ok: true,
    ...draft,
    items: [...items.values()],
    problems: [...before, ...problems, ...more],
  };
}

/** Ids that say nothing, because several items have the same one. */
function sharedIds(items: readonly ParsedItem[]): string[] {
  const ids = items.map(({ id }) => id).filter((id) => id !== null);
  const shared = ids.length - new Set(ids).size;
  return shared === 0 ? [] : [`${shared} items have the id of another`];
}
