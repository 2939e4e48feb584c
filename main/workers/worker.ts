/** Entry of a worker thread: bundled as `dist/main/worker.js`, run from source in tests. */
import { decodeText, lookIntoPage, parseOutline } from "../feeds/feeds.ts";
import { inspectPicture, namePicture } from "../offline/offline.ts";
import { readFeed } from "./read-feed.ts";
import { serveJobs } from "./serve-jobs.ts";

serveJobs({
  readFeed,
  lookIntoPage: ({ bytes, contentType, address, linkHeader }) =>
    lookIntoPage(decodeText(bytes, contentType ?? undefined), address, linkHeader),
  readOutline: ({ bytes }) => {
    try {
      return { ok: true, outline: parseOutline(decodeText(bytes)) };
    } catch {
      return { ok: false };
    }
  },
  inspectPicture: ({ bytes }) => {
    const picture = inspectPicture(bytes);
    if (picture === null) return null;
    const { extension, width, height } = picture;
    return { name: namePicture(bytes, extension), width, height };
  },
});
