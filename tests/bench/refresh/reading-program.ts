/** How quickly feeds are read, in a process of its own. */
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import { Parser } from "htmlparser2";
import { parseFeed } from "../../../main/feeds/feeds.ts";
import { readFeed, rereadFeed } from "../../../main/workers/read-feed.ts";
import { answer } from "../answer.ts";
import { spread } from "../spread.ts";
import { makeTitles } from "./made-titles.ts";
import type { ReadingFigures } from "./measure-reading.ts";

const titles = 150;
const rounds = 5;

await answer(async (): Promise<ReadingFigures> => {
  const documents = makeTitles(titles, 80).flatMap(({ host, path, feeds }) => {
    const [feed] = feeds;
    if (feed === undefined) return [];
    const { body, contentType } = feed;
    return { bytes: body, contentType, address: `http://${host}${path}`, text: body.toString() };
  });
  const megabytes = documents.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1_000_000;
  const standing = documents.map((document) => {
    const feed = readFeed(document);
    const articles = feed.ok ? feed.articles : [];
    return articles.map(({ fingerprint = "", contentHash }) => ({ fingerprint, contentHash }));
  });
  const rate = (act: (document: (typeof documents)[number], at: number) => unknown): number => {
    const seconds = Array.from({ length: rounds }, () => {
      const before = process.threadCpuUsage();
      for (const [at, document] of documents.entries()) act(document, at);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1_000_000;
    });
    return megabytes / spread(seconds).best;
  };
  return Promise.resolve({
    tokenising: rate(({ text }) => {
      new Parser({}, { xmlMode: true }).end(text);
    }),
    feedsmith: rate(({ text }) => parseWithFeedsmith(text)),
    parsing: rate(({ bytes, contentType, address }) =>
      parseFeed(bytes, { contentType, baseUrl: address }),
    ),
    reading: rate((document) => readFeed(document)),
    rereading: rate((document, at) =>
      rereadFeed({ ...document, standing: standing[at] ?? [], isMeasured: true }),
    ),
  });
});
