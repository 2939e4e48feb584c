/** Entry of the thread that searches: bundled as `dist/main/search.js`. Its data is the index's folder. */
import { parentPort, workerData } from "node:worker_threads";
import { articleId, type ArticleId } from "../../preload/contract/contract.ts";
import { plainText } from "../feeds/feeds.ts";
import type { ArticleNumbers } from "../library/library.ts";
import type { FromSearch, SearchJob, SearchJobs, ToSearch } from "./messages.ts";
import { rowAt, rowOf } from "./row-ids.ts";
import { SearchIndex } from "./search-index.ts";
import type { ArticleMarks } from "./types.ts";

type Handlers = {
  readonly [Job in SearchJob]: (input: SearchJobs[Job]["input"]) => SearchJobs[Job]["output"];
};

const port = parentPort;
if (port === null) throw new Error("the search's entry was started outside of a worker thread");
const index = new SearchIndex(String(workerData));

function isAmong(articles: ArticleNumbers | undefined): (id: ArticleId) => boolean {
  if (articles === undefined) return () => false;
  const { days, numbers } = articles;
  const rows = new Set(Array.from(days, (day, at) => rowAt(day, numbers[at] ?? 0)));
  return (id) => rows.has(rowOf(id));
}

const handlers: Handlers = {
  put(documents) {
    index.put(documents.map(({ html, ...document }) => ({ ...document, text: plainText(html) })));
    return null;
  },
  remove({ day, numbers }) {
    index.remove(numbers.map((number) => articleId.parse(`${day}-${number}`)));
    return null;
  },
  digests: () => index.digests(),
  stampsOf: (day) => index.stampsOf(day),
  search({ query, limit, order, marked, beginnings }) {
    const marks: ArticleMarks = {
      unread: isAmong(marked.unread),
      bookmarked: isAmong(marked.bookmarked),
      offline: isAmong(marked.offline),
    };
    const beginningOf = (day: string): number => beginnings.get(day) ?? 0;
    return index.search(query, { limit, order, marks, beginningOf });
  },
  clear() {
    index.clear();
    return null;
  },
};

port.on("message", (message: ToSearch) => {
  if (message.kind === "end") {
    index.close();
    // With nothing left to listen to, the thread ends.
    port.close();
    return;
  }
  const { id, job, input } = message;
  const tell = (answer: FromSearch): void => port.postMessage(answer);
  try {
    tell({ id, ok: true, output: (handlers[job] as (input: unknown) => unknown)(input) });
  } catch (error) {
    tell({ id, ok: false, message: error instanceof Error ? error.message : String(error) });
  }
});
