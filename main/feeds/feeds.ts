/** Reading feeds: the public file of this folder. Pure: bytes in, plain records out. */

export type * from "./types.ts";
export { findFeedLinks, guessFeedAddresses } from "./discovery.ts";
export { decodeText } from "./encoding.ts";
export { OutlineError, parseOutline } from "./outline.ts";
export { parseFeed } from "./parse-feed.ts";
