import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ArticleRecord } from "../../../main/library/editions/article-record.ts";
import { Edition, type PlacedRecord } from "../../../main/library/editions/edition.ts";
import { newRecord } from "../../../main/library/editions/incoming-record.ts";
import { encodeFrame } from "../../../main/library/editions/frame.ts";
import { Disk, type FileSystem } from "../../../main/library/files/disk.ts";
import { Repairs } from "../../../main/library/files/repairs.ts";
import { packText } from "../../../main/offline/pack-text.ts";
import type { ArticleId, FeedId } from "../../../preload/contract/contract.ts";
import { firstFrame } from "./first-frame.ts";
import { noon, sampleArticle, temporaryFolder } from "./samples.ts";
import * as nodeFiles from "node:fs/promises";

const feedId = 1 as FeedId;
const silent = () => Promise.resolve();

async function dayOfArticles(keys: readonly string[], files?: FileSystem) {
  const folder = join(await temporaryFolder(), "2026-11-23");
  const repairs = new Repairs();
  const open = (calls?: FileSystem) => new Edition(new Disk(calls), folder, repairs);
  const edition = open(files);
  await edition.make();
  const frames = keys.map((key, at) => {
    const article = sampleArticle(key);
    const id = `20780-${at + 1}` as ArticleId;
    const record = newRecord(article, { id, feedId, keys: [], arrived: noon });
    return { record, body: article.body };
  });
  const bodies = await edition.appendFrames(await Promise.all(frames.map(encodeFrame)));
  const records = frames.map(({ record }, at): ArticleRecord => {
    return { ...record, body: bodies[at] ?? { offset: 0, length: 0 } };
  });
  await edition.append(records);
  const texts = async (from: Edition) => {
    const records = await from.scan();
    await from.close();
    return Promise.all(records.map(async ({ record }) => (await from.readBody(record.body))?.html));
  };
  return { folder, repairs, edition, open, texts };
}

const isOdd = ({ id }: ArticleRecord) => Number(id.split("-")[1]) % 2 === 1;
const textOf = (key: string) => `<p>The text of ${key}.</p>`;

test("a day written without some of its articles has the others, and takes new ones", async () => {
  const { edition, folder, open, repairs, texts } = await dayOfArticles(["1", "2", "3", "4"]);
  const before = await edition.packSize();
  const moved: PlacedRecord[] = [];
  await edition.rewrite(isOdd, (placed) => {
    moved.splice(0, moved.length, ...placed);
    return Promise.resolve();
  });
  expect(moved.map(({ record }) => record.headline)).toEqual(["Headline of 1", "Headline of 3"]);
  expect((await readdir(folder)).toSorted()).toEqual(["articles.json", "bodies.1.pack"]);
  expect(await edition.packSize()).toBeLessThan(before * 0.6);
  const again = open();
  const record = moved[0]?.record;
  if (record === undefined) throw new Error("nothing was kept");
  const [body] = await again.appendFrames([
    await encodeFrame({ record, body: packText("<p>New.</p>") }),
  ]);
  if (body === undefined) throw new Error("nothing was stored");
  await again.append([{ ...record, body }]);
  expect(await texts(open())).toEqual(["<p>New.</p>", textOf("3")]);
  await again.rewrite(isOdd, silent);
  expect((await readdir(folder)).toSorted()).toEqual(["articles.json", "bodies.2.pack"]);
  expect(await texts(open())).toEqual(["<p>New.</p>", textOf("3")]);
  expect(repairs.sentences).toEqual([]);
  await again.close();
});

test("a day cut off in the midst of being written anew is whole, the old or the new one", async () => {
  let isWhole = false;
  for (let callsLeft = 0; !isWhole; callsLeft++) {
    let left = Infinity;
    const cut = (name: keyof FileSystem, call: (...args: never[]) => unknown) => {
      return (...args: never[]): unknown => {
        if (left-- > 0) return call(...args);
        return Promise.reject(Object.assign(new Error(`no ${name}`), { code: "EIO" }));
      };
    };
    const files = Object.fromEntries(
      (["open", "readFile", "rename", "rm", "mkdir", "readdir", "stat", "copyFile"] as const).map(
        (name) => [name, cut(name, nodeFiles[name])],
      ),
    ) as unknown as FileSystem;
    const { edition, open, repairs, texts } = await dayOfArticles(["1", "2", "3", "4"], {
      ...nodeFiles,
      ...files,
    });
    left = callsLeft;
    isWhole = await edition.rewrite(isOdd, silent).then(
      () => true,
      () => false,
    );
    left = Infinity;
    await edition.close();
    const found = await texts(open());
    const old = ["1", "2", "3", "4"].map(textOf);
    expect([old, [textOf("1"), textOf("3")]]).toContainEqual(found);
    const last = open();
    await last.rewrite(isOdd, silent);
    expect(await texts(open())).toEqual([textOf("1"), textOf("3")]);
    expect(repairs.sentences).toEqual([]);
    await last.close();
  }
});

test("texts are recovered from a rewritten day whose document was damaged", async () => {
  const { edition, folder, open, repairs, texts } = await dayOfArticles(["1", "2", "3"]);
  await edition.rewrite(isOdd, silent);
  await nodeFiles.writeFile(join(folder, "articles.json"), "\0");
  expect(await texts(open())).toEqual([textOf("1"), textOf("3")]);
  expect(repairs.sentences).toHaveLength(2);
});

test("a day whose list was lost comes back from its pack, whichever version wrote a text", async () => {
  const { edition, folder, open, repairs, texts } = await dayOfArticles(["1", "2"]);
  const id = "20780-3" as ArticleId;
  const old = newRecord(sampleArticle("3"), { id, feedId, keys: [], arrived: noon });
  await edition.appendFrames([firstFrame({ record: old, html: textOf("3") })]);
  await edition.close();
  await nodeFiles.rm(join(folder, "articles.log"));
  expect(await texts(open())).toEqual(["1", "2", "3"].map(textOf));
  expect(repairs.sentences).toHaveLength(1);
  const last = open();
  await last.rewrite(isOdd, silent);
  expect(await texts(open())).toEqual(["1", "3"].map(textOf));
  await last.close();
});

test("a day of 6,000 articles is sealed without holding the thread for long", async () => {
  const keys = Array.from({ length: 6000 }, (_, number) => `${number}`);
  const { edition, texts } = await dayOfArticles(keys);
  const busy = () => process.threadCpuUsage().user / 1000;
  let longest = 0;
  let last = busy();
  let timer = setImmediate(tick);
  function tick() {
    const now = busy();
    longest = Math.max(longest, now - last);
    last = now;
    timer = setImmediate(tick);
  }
  let moved = 0;
  last = busy();
  await edition.seal((placed) => Promise.resolve(void (moved = placed.length)));
  clearImmediate(timer);
  expect(moved).toBe(6000);
  // Milliseconds of work, with those of the garbage collector; unpaced it is more than a hundred.
  expect(longest).toBeLessThan(40);
  expect(await texts(edition)).toHaveLength(6000);
});
