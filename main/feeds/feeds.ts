/** Reading feeds: the public file of this folder. Pure: bytes in, plain records out. */

export type * from "./types.ts";
export { commentsLast } from "./discovery.ts";
export { decodeText } from "./encoding.ts";
export { canonicalLink } from "./identity.ts";
export { lookIntoPage } from "./look-into-page.ts";
export { OutlineError, parseOutline } from "./outline.ts";
export { parseFeed } from "./parse-feed.ts";
export { writeOutline } from "./write-outline.ts";
export { platformOf, type PlatformAnswer } from "./platforms/platforms.ts";
