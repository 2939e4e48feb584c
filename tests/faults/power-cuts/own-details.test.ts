import { join } from "node:path";
import { expect, test } from "vitest";
import { openLibrary, type Library } from "../../../main/library/library.ts";
import type { ArticleId } from "../../../preload/contract/contract.ts";
import { Random } from "../../newsstand/random.ts";
import { noon, sampleArticle, sampleFeed } from "../../unit/library/samples.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { MountedFiles } from "./mounted-files.ts";

const open = ({ files, folder }: MountedFiles): Promise<Library> =>
  openLibrary({ folder: join(folder, "user", "library"), files, now: () => noon });

/** Stores an article to write to. */
async function prepare(disk: MemoryDisk, random: Random): Promise<ArticleId> {
  const mounted = new MountedFiles(disk, random);
  const library = await open(mounted);
  const [feed] = await library.feeds.add([sampleFeed("https://paper.example/feed")]);
  if (feed === undefined) throw new Error("no title was added");
  const articles = [sampleArticle("one")];
  const { added } = await library.articles.ingest([{ feedId: feed.id, articles }]);
  await library.close();
  mounted.cut();
  return added[0] ?? expect.fail("no article was stored");
}

test("a note that was acknowledged is there, wherever the power is cut, with its bookmark removed and taken back meanwhile", async () => {
  let cuts = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const random = new Random(`own details ${seed}`);
    const disk = new MemoryDisk();
    const id = await prepare(disk, random);
    let next = 1;
    // What a killed life left unsynced can be read, and may still go with a later cut.
    let possible = [0];
    for (let life = 1; life <= 8; life++) {
      const message = `seed ${seed}, life ${life}`;
      const mounted = new MountedFiles(disk, random);
      const library = await open(mounted);
      if (next > 1) await library.bookmarks.add(id);
      const note = (await library.bookmarks.details(id))?.note ?? "";
      expect(possible, message).toContain(Number(note));
      expect(library.repairs.join(), message).not.toContain("details");
      mounted.cutAt = mounted.steps + Math.floor(2 ** (random.next() * 7));
      mounted.endsInKill = random.chance(0.3);
      const work = async (): Promise<void> => {
        for (let times = 1; times <= 5; times++) {
          const number = next++;
          possible.push(number);
          await library.bookmarks.write(id, { tags: [], note: String(number) });
          possible = [number];
          await library.bookmarks.remove(id);
          await library.bookmarks.add(id);
        }
      };
      await Promise.race([work(), mounted.off]);
      if (mounted.isCut()) cuts++;
      else mounted.cut();
    }
  }
  expect(cuts).toBeGreaterThan(50);
}, 60_000);
