/** Reads made pages with one reader, in a process of its own. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { parseDate } from "../../../main/feeds/feeds.ts";
import { cleanArticle, inspectPicture, namePicture } from "../../../main/offline/offline.ts";
import { readPage } from "../../../main/offline/page/read-page.ts";
import { makePublishers } from "../../newsstand/make-publishers.ts";
import { writeArticlePage } from "../../newsstand/pages/article-page.ts";
import { paintPicture } from "../../newsstand/pictures/paint-picture.ts";
import { answer } from "../answer.ts";

export interface ExtractionFigures {
  readonly pages: number;
  /** Milliseconds that a page is computed for, on average. */
  readonly cpu: number;
  readonly perSecond: number;
  /** Bytes resident above those before the first page. */
  readonly peak: number;
  readonly picturesPerSecond: number;
}

const titles = 24;
const articles = 10;
/** Pages with which the engine learns the code before anything is timed. */
const warming = 20;
const pictureRounds = 20;

await answer(measure);

function measure({
  reader,
}: {
  readonly reader: "ours" | "readability";
}): Promise<ExtractionFigures> {
  const settings = { seed: 1, articles, now: Date.UTC(2026, 0, 2), lifelike: true, port: 8000 };
  const pages = makePublishers(settings, titles).flatMap((publisher) =>
    publisher.stories.map((story) => ({
      html: writeArticlePage(publisher, story),
      address: story.address,
    })),
  );
  const read = reader === "ours" ? readWhole : readPlainly;
  for (const page of pages.slice(0, warming)) read(page);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const start = process.threadCpuUsage();
  for (const page of pages) {
    read(page);
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  const { user, system } = process.threadCpuUsage(start);
  const cpu = (user + system) / 1000 / pages.length;
  return Promise.resolve({
    pages: pages.length,
    cpu,
    perSecond: 1000 / cpu,
    peak: peak - before,
    picturesPerSecond: lookAtPictures(),
  });
}

interface Page {
  readonly html: string;
  readonly address: string;
}

/** As the worker does it. */
function readWhole({ html, address }: Page): void {
  const page = readPage(html, { address, readDate: parseDate });
  if (!page.ok) throw new Error(`${address}: ${page.reason}`);
  cleanArticle(page.html, { baseUrl: address, image: page.leadPicture?.address ?? null });
}

/** Readability as it comes, without facts and without cleaning. */
function readPlainly({ html }: Page): void {
  const { document } = parseHTML(html) as unknown as { document: never };
  if (new Readability(document).parse() === null) throw new Error("Readability finds nothing");
}

/** Pictures whose kind and size are told and whose name is made of their bytes, in a second. */
function lookAtPictures(): number {
  const bytes = Array.from(
    { length: 4 },
    (_, index) =>
      paintPicture({ scene: "harbour", number: String(index + 1), extension: "png" }).body,
  );
  const start = process.threadCpuUsage();
  for (let round = 0; round < pictureRounds; round += 1) {
    for (const one of bytes) {
      const picture = inspectPicture(one);
      if (picture === null) throw new Error("a painted picture is none");
      namePicture(one, picture.extension);
    }
  }
  const { user, system } = process.threadCpuUsage(start);
  return (pictureRounds * bytes.length * 1_000_000) / (user + system);
}
