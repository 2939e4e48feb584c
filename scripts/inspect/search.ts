/** `inspect search`: what a query finds in a library; nothing in the library's folder is changed. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SearchKeeper, Searches, Timelines } from "../../main/application/application.ts";
import { openLibrary } from "../../main/library/library.ts";
import { SearchThread, writeQuery } from "../../main/search/search.ts";
import {
  searchOrder,
  type ArticleRow,
  type SearchAnswer,
  type SearchOrder,
} from "../../preload/contract/contract.ts";
import { print, printText, resolveInput, UsageError } from "./usage.ts";

/** Where the thread's source is; Node runs it as it stands. */
const entry = new URL("../../main/search/search-worker.ts", import.meta.url);

interface Options {
  readonly folder: string;
  readonly query: string;
  readonly order: SearchOrder;
  readonly limit: number;
  readonly json: boolean;
}

/**
 * `<folder> <query> [--order newest|relevance] [--limit <hits>] [--json]`: prints how the query was
 * understood and what it finds. The index is made anew in a temporary folder.
 */
export async function inspectSearch(given: readonly string[]): Promise<void> {
  const options = readOptions(given);
  const folder = resolveInput(options.folder);
  if (!existsSync(join(folder, "format.json")))
    throw new UsageError(`${options.folder} is not the folder of a library`);
  const library = await openLibrary({ folder, forReading: true });
  const search = new SearchThread(entry, null);
  try {
    const searchKeeper = new SearchKeeper({
      library,
      search,
      announce: () => undefined,
      log: (what, error) => {
        console.error(`inspect: ${what}: ${String(error)}`);
      },
      indexChanged: () => undefined,
    });
    searchKeeper.wake();
    await searchKeeper.settled();
    const timelines = new Timelines();
    const searches = new Searches({ library, search, searchKeeper, timelines, now: Date.now });
    const answer = await searches.open(options.query, false, options.order);
    const list = answer.timelineId === null ? null : timelines.get(answer.timelineId);
    const rows = ((await list?.page(0, options.limit)) ?? []).filter((row) => row !== null);
    if (options.json) print(asData(answer, rows), false);
    else printText(inWords(answer, rows));
  } finally {
    await search.close();
    await library.close();
  }
}

function readOptions(given: readonly string[]): Options {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        order: { type: "string", default: "relevance" },
        limit: { type: "string", default: "10" },
        json: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [folder, query, ...more] = positionals;
  if (folder === undefined || query === undefined || more.length > 0)
    throw new UsageError("give a library's folder and a query, in quotes where it has spaces");
  const order = searchOrder.safeParse(values.order).data;
  if (order === undefined) throw new UsageError("--order is newest or relevance");
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError("--limit is a number from 1 on");
  return { folder, query, order, limit, json: values.json };
}

function asData(
  { total, hasMore, understood, notes, looser }: SearchAnswer,
  rows: readonly ArticleRow[],
): unknown {
  return {
    understood,
    notes,
    total,
    hasMore,
    hits: rows.map(({ id, feedTitle, headline, author, published }) => ({
      id,
      title: feedTitle,
      headline,
      author,
      published: new Date(published).toISOString(),
    })),
    looser,
  };
}

function inWords(
  { total, hasMore, understood, notes, looser }: SearchAnswer,
  rows: readonly ArticleRow[],
): string {
  return [
    `Understood  ${understood === null ? "nothing to look for" : writeQuery(understood)}`,
    ...notes.map(({ kind, text }) => `Note        ${kind}: ${text}`),
    `Found       ${total}${hasMore ? ", and more" : ""}`,
    ...rows.map(
      ({ id, feedTitle, headline, published }, at) =>
        `${String(at + 1).padStart(3)}. ${new Date(published).toISOString().slice(0, 10)}  ${feedTitle} – ${headline}  (${id})`,
    ),
    ...looser.map(({ text, total: count }) => `Looser      ${text}: ${count}`),
    "",
  ].join("\n");
}
