/** Entry of a worker thread: bundled as `dist/main/worker.js`, run from source in tests. */
import {
  decodeText,
  findIcons,
  iconsInManifest,
  lookIntoPage,
  parseOutline,
} from "../feeds/feeds.ts";
import { inspectIcon, inspectPicture, namePicture } from "../offline/offline.ts";
import { readFeed, rereadFeed } from "./read-feed.ts";
import { serveJobs } from "./serve-jobs.ts";

serveJobs({
  readFeed,
  rereadFeed,
  // Loaded when it is first needed: reading pages takes 1.4 MB of other people's code.
  async readPage(input) {
    const { readArticlePage } = await import("./read-page.ts");
    return readArticlePage(input);
  },
  async showPage(input) {
    const { showChoices } = await import("./choose-block.ts");
    return showChoices(input);
  },
  async readChosen(input) {
    const { readChosen } = await import("./choose-block.ts");
    return readChosen(input);
  },
  async renderBookmark({ format, bookmark }) {
    const { renderBookmark } = await import("../exchange/exchange.ts");
    return renderBookmark(format, bookmark);
  },
  lookIntoPage: ({ bytes, contentType, address, linkHeader }) =>
    lookIntoPage(decodeText(bytes, contentType ?? undefined), address, linkHeader),
  readOutline: ({ bytes }) => {
    try {
      return { ok: true, outline: parseOutline(decodeText(bytes)) };
    } catch {
      return { ok: false };
    }
  },
  findIcons({ bytes, contentType, address, kind }) {
    const text = decodeText(bytes, contentType ?? undefined);
    if (kind === "page") return findIcons(text, address);
    return { address, icons: iconsInManifest(text, address), manifest: null };
  },
  inspectIcon({ bytes }) {
    const icon = inspectIcon(bytes);
    return icon && { name: namePicture(icon.bytes, icon.extension), bytes: icon.bytes };
  },
  inspectPicture: ({ bytes }) => {
    const picture = inspectPicture(bytes);
    if (picture === null) return null;
    const { extension, width, height, isAnimated } = picture;
    return { name: namePicture(bytes, extension), width, height, isAnimated };
  },
});
