/** Reading feeds: the public file of this folder. Pure: bytes in, plain records out. */
import type { FeedLink, FeedSource, NotAFeed, Outline, ParsedFeed } from "./types.ts";

export type * from "./types.ts";

/** Reads a feed of any format. Never throws. */
export function parseFeed(_bytes: Uint8Array, _source: FeedSource): ParsedFeed | NotAFeed {
  throw new Error("not written yet");
}

/** The feeds that a page offers, best first. Never throws. */
export function findFeedLinks(_html: string, _baseUrl: string): FeedLink[] {
  throw new Error("not written yet");
}

/** Paths where sites without a link to their feed often keep it, most likely first. */
export const usualFeedPaths: readonly string[] = [];

/** Decodes a document: BOM, HTTP charset, declaration, UTF-8 when valid, else detected. */
export function decodeText(_bytes: Uint8Array, _contentType?: string): string {
  throw new Error("not written yet");
}

/** Reads an OPML file. Throws `OutlineError` when it is not one. */
export function parseOutline(_text: string): Outline {
  throw new Error("not written yet");
}
