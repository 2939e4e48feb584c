/** Reading feeds: the public file of this folder. Pure: bytes in, plain records out. */

export type * from "./types.ts";
export { chooseIcons, manifestToAsk, type IconChoice, type IconSources } from "./choose-icons.ts";
export { parseDate } from "./dates.ts";
export { decodeDataAddress } from "./data-address.ts";
export { commentsLast } from "./discovery.ts";
export { decodePage, decodeText } from "./encoding.ts";
export { findIcons, iconsInManifest } from "./icons.ts";
export { isShortened } from "./is-shortened.ts";
export { canonicalLink } from "./identity.ts";
export { lookIntoPage } from "./look-into-page.ts";
export { OutlineError, parseOutline } from "./outline.ts";
export { parseFeed } from "./parse-feed.ts";
export { plainText } from "./text.ts";
export { writeOutline } from "./write-outline.ts";
export { platformOf, type PlatformAnswer } from "./platforms/platforms.ts";
