/** Marking one, 10,000 and all articles as read. */
import { answer } from "../../answer.ts";
import { everything, openCounted, query, sampleIds } from "../opened.ts";
import type { Made } from "../prepared.ts";
import { measureWriting, type Written } from "../written.ts";

export interface MarkFigures {
  readonly one: Written;
  readonly many: Written;
  readonly all: Written;
  /** How many articles `many` and `all` changed. */
  readonly manyCount: number;
  readonly allCount: number;
}

const singles = 100;
const rounds = 5;

await answer(async (made: Made): Promise<MarkFigures> => {
  const { library, counted } = await openCounted(made);
  const { articles } = library;
  const unread = query({ kind: "all" }, { filter: "unread" });
  const write = measureWriting.bind(null, made.folder, counted);

  const ids = await sampleIds(library, unread, singles);
  const one = await write(
    ids.map((id) => async () => {
      await articles.setRead([id], true);
      return undefined;
    }),
  );

  const manyIds = await sampleIds(library, everything, 10_000);
  const wereRead = await articles.setRead(manyIds, false);
  const many = await write(
    Array.from({ length: rounds }, () => async () => {
      await articles.setRead(manyIds, true);
      return () => articles.setRead(manyIds, false);
    }),
  );

  // The measures after this one find what a person has read.
  await articles.setRead(wereRead, true);

  let allCount = 0;
  const all = await write(
    Array.from({ length: rounds }, () => async () => {
      const marked = await articles.markAllRead(articles.timeline(everything));
      allCount = marked.length;
      return () => articles.setRead(marked, false);
    }),
  );
  await library.close();
  return { one, many, all, manyCount: manyIds.length, allCount };
});
