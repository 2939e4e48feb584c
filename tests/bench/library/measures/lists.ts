/** Lists of every scope: opening one and reading a page at random depth. */
import type { Library } from "../../../../main/library/library.ts";
import type { TimelineQuery } from "../../../../preload/contract/contract.ts";
import { answer } from "../../answer.ts";
import { spread, type Spread } from "../../spread.ts";
import { readFloor } from "../floors.ts";
import { ArticleMaker } from "../generator/articles.ts";
import { seeded, type Random } from "../generator/seeded.ts";
import { makeTitles } from "../generator/titles.ts";
import { openCounted, query, type Opened } from "../opened.ts";
import type { Made } from "../prepared.ts";

export interface ListFigures {
  readonly name: string;
  readonly total: number;
  /** Milliseconds: making the list, and that together with reading a page of it. */
  readonly list: Spread;
  readonly both: Spread;
  /** The same of the first list of the session. */
  readonly first: number;
  /** Reading the page's bytes once more, and nothing else; null when most were in memory. */
  readonly floor: Spread | null;
}

const rounds = 40;
const pageLength = 50;

await answer(async (made: Made): Promise<ListFigures[]> => {
  const opened = await openCounted(made);
  const random = seeded(made.articles);
  const figures: ListFigures[] = [];
  for (const [name, base] of scopes(opened.library))
    for (const order of ["newest", "oldest"] as const)
      figures.push({
        name: `${name}, ${order}`,
        ...(await measureList(opened, { ...base, order }, random)),
      });
  await opened.library.close();
  return figures;
});

async function measureList(
  { library, counted }: Opened,
  wanted: TimelineQuery,
  random: Random,
): Promise<Omit<ListFigures, "name">> {
  const lists: number[] = [];
  const both: number[] = [];
  const floors: number[] = [];
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    counted.reset();
    const start = performance.now();
    await library.articles.prepare(wanted);
    const timeline = library.articles.timeline(wanted);
    lists.push(performance.now() - start);
    ({ total } = timeline);
    const depth = random.below(Math.max(1, total - pageLength));
    const rows = await timeline.page(depth, pageLength);
    both.push(performance.now() - start);
    if (rows.length === 0) throw new Error(`Nothing is listed for ${JSON.stringify(wanted)}.`);
    if (counted.reads.length > 0) floors.push(readFloor(counted.reads));
  }
  const floor = floors.length < rounds / 2 ? null : spread(floors);
  return { total, list: spread(lists), both: spread(both), first: both[0] ?? NaN, floor };
}

/** A list of each kind; the title, the folder and the first tag are large ones. */
function scopes(library: Library): [name: string, base: TimelineQuery][] {
  const [feed] = library.feeds.followed();
  const [folder] = library.folders.all();
  if (feed === undefined || folder === undefined) throw new Error("The library is empty.");
  const { tags } = new ArticleMaker(makeTitles(library.feeds.followed().length));
  return [
    ["all", query({ kind: "all" })],
    ["unread", query({ kind: "all" }, { filter: "unread" })],
    ["one title", query({ kind: "feed", feedId: feed.id })],
    ["one folder", query({ kind: "folder", folderId: folder.id })],
    ["one section", query({ kind: "section", section: "Science" })],
    ["a frequent tag", query({ kind: "tag", tag: tags.at(0) ?? "" })],
    ["a rare tag", query({ kind: "tag", tag: tags.at(500) ?? "" })],
    ["bookmarks", query({ kind: "bookmarks" })],
  ];
}
