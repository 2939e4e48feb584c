import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { openLibrary } from "../../main/library/library.ts";
import { Random } from "../newsstand/random.ts";
import { everything, noon, sampleArticle, sampleFeed } from "../unit/library/samples.ts";
import { MemoryDisk } from "./power-cuts/memory-disk.ts";
import { MountedFiles } from "./power-cuts/mounted-files.ts";

/** What every call takes, in milliseconds. */
const delay = 20;

test("on a slow disk nothing gives up, and answers keep the order of what was asked", async () => {
  const mounted = new MountedFiles(new MemoryDisk(), new Random("slow"));
  mounted.before = () => pause(delay);
  const { files } = mounted;
  const folder = join(mounted.folder, "library");
  const open = () => openLibrary({ folder, files, now: () => noon });
  let library = await open();
  await expect(open()).rejects.toMatchObject({ code: "in-use" });
  const [feed] = await library.feeds.add([sampleFeed("a")]);
  if (feed === undefined) throw new Error("a title was added");
  const keys = ["1", "2", "3"];
  const { added } = await library.articles.ingest([
    { feedId: feed.id, articles: keys.map((key) => sampleArticle(key)) },
  ]);
  const answered: string[] = [];
  const ask = async (what: string, act: Promise<unknown>) => {
    await act;
    answered.push(what);
  };
  const [first, second] = added;
  if (first === undefined || second === undefined) throw new Error("three articles were added");
  await Promise.all([
    ask("read", library.articles.setRead([first], true)),
    ask("read both", library.articles.setRead([first, second], true)),
    ask("unread", library.articles.setRead([first], false)),
    ask("dark", library.settings.change({ theme: "dark" })),
    ask("light", library.settings.change({ theme: "light" })),
    ask("bookmark", library.bookmarks.add(first)),
    ask("no bookmark", library.bookmarks.remove(first)),
  ]);
  const order = (some: readonly string[]) => answered.filter((what) => some.includes(what));
  expect(order(["read", "read both", "unread"])).toEqual(["read", "read both", "unread"]);
  expect(order(["dark", "light"])).toEqual(["dark", "light"]);
  expect(order(["bookmark", "no bookmark"])).toEqual(["bookmark", "no bookmark"]);
  await library.close();
  library = await open();
  expect(library.repairs).toEqual([]);
  expect(library.settings.current().theme).toBe("light");
  const rows = await library.articles.timeline(everything).page(0, 10);
  const read = new Map(rows.map((row) => [row?.id, [row?.read, row?.bookmarked]]));
  expect(read.get(first)).toEqual([false, false]);
  expect(read.get(second)).toEqual([true, false]);
  await library.close();
});
