import { parentPort } from "node:worker_threads";
import type { IncomingArticle, UnchangedArticle } from "../library/types.ts";
import type { JobName, Jobs } from "./jobs.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** One function per job; a missing one does not compile. */
export type JobHandlers = {
  readonly [Name in JobName]: (
    input: Jobs[Name]["input"],
  ) => Jobs[Name]["output"] | Promise<Jobs[Name]["output"]>;
};

/** Articles and pictures in one message: taking it in holds the receiving thread 1–2 ms. */
const sliceSize = 200;

/** Answers the pool's jobs, one after the other, in a worker thread. */
export function serveJobs(handlers: JobHandlers): void {
  const port = parentPort;
  if (port === null) throw new Error("a worker's entry was started outside of a worker thread");
  const tell = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  let takenIn: () => void = () => undefined;

  const sendSliced = async (output: SlicedOutput): Promise<void> => {
    for (const articles of slices(output.articles)) {
      const next = new Promise<void>((resolve) => {
        takenIn = resolve;
      });
      tell({ kind: "slice", articles }, buffersOf(articles));
      await next;
    }
    tell({ kind: "done", output: { ...output, articles: [] } });
  };
  const work = async (job: JobName, input: Jobs[JobName]["input"]): Promise<void> => {
    try {
      const handle = handlers[job] as (input: Jobs[JobName]["input"]) => unknown;
      const output = await handle(input);
      if (isSliced(output)) await sendSliced(output);
      else tell({ kind: "done", output });
    } catch (error) {
      tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };

  port.on("message", (message: ToWorker) => {
    switch (message.kind) {
      case "next":
        takenIn();
        break;
      case "end":
        // With nothing left to listen to, the thread ends.
        port.close();
        break;
      case "job":
        void work(message.job, message.input);
        break;
    }
  });
}

interface SlicedOutput {
  readonly articles: readonly (IncomingArticle | UnchangedArticle)[];
}

function isSliced(output: unknown): output is SlicedOutput {
  return typeof output === "object" && output !== null && "articles" in output;
}

/** The buffers of the texts, which are handed over. */
function buffersOf(articles: SlicedOutput["articles"]): ArrayBuffer[] {
  return articles.flatMap(({ body }) =>
    body !== undefined && body.length > 0 && body.buffer instanceof ArrayBuffer ? body.buffer : [],
  );
}

function* slices(articles: SlicedOutput["articles"]): Generator<SlicedOutput["articles"]> {
  let slice: (IncomingArticle | UnchangedArticle)[] = [];
  let size = 0;
  for (const article of articles) {
    slice.push(article);
    size += 1 + (article.body === undefined ? 0 : article.pictures.length);
    if (size < sliceSize) continue;
    yield slice;
    slice = [];
    size = 0;
  }
  if (slice.length > 0) yield slice;
}
