/** Removing 30 days, and 30 more of which the unread articles stay. */
import { answer } from "../../answer.ts";
import { dayFolders, removeFloor } from "../floors.ts";
import { day } from "../generator/fill.ts";
import { openCounted } from "../opened.ts";
import type { Made } from "../prepared.ts";
import { measureWriting, type Written } from "../written.ts";

export interface PurgeFigures {
  /** 30 whole days. */
  readonly days: Written;
  readonly dayArticles: number;
  /** 30 days without what is unread in them. */
  readonly unread: Written;
  readonly readArticles: number;
  /** Milliseconds for unlinking the files of the first 30 days. */
  readonly floor: number;
}

const daysAtOnce = 30;

await answer(async (made: Made): Promise<PurgeFigures> => {
  const oldest = (await dayFolders(made.folder)).slice(0, daysAtOnce);
  const floor = await removeFloor(made.folder, oldest);
  const { library, counted, clock } = await openCounted(made);
  // The measures before this one have stored a day's articles and sealed it.
  clock.now += 2 * day;
  const write = measureWriting.bind(null, made.folder, counted);
  let purged = 0;
  const purge = async (): Promise<undefined> => {
    purged = (await library.upkeep.purge()).articles;
    if (purged === 0) throw new Error("Nothing was purged.");
  };
  const keep = (days: number, keepUnread: boolean): Promise<unknown> =>
    library.settings.change({ retention: { days, articles: null, keepUnread } });

  const age = made.days + 2;
  await keep(age - daysAtOnce, false);
  const days = await write([purge]);
  const dayArticles = purged;
  // What leaves the disk in the background must not count for the next purge.
  await library.upkeep.usage();
  await keep(age - 2 * daysAtOnce, true);
  const unread = await write([purge]);
  const readArticles = purged;
  await library.close();
  return { days, dayArticles, unread, readArticles, floor };
});
