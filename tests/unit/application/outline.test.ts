import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { importOutline, type ImportResult } from "../../../main/application/import-outline.ts";
import type { Progress } from "../../../main/application/long-tasks.ts";
import { PrivateAddresses } from "../../../main/application/private-addresses.ts";
import { RecentFeeds } from "../../../main/application/recent-feeds.ts";
import { writeOutline, type OutlineFeed } from "../../../main/feeds/feeds.ts";
import { openLibrary, type Feed, type Library } from "../../../main/library/library.ts";
import { createWorkerPool } from "../../../main/workers/workers.ts";
import { vaultBeside } from "../secrets/plain-vault.ts";
import { encodeText } from "../../newsstand/feeds/encode-text.ts";
import type { Charset } from "../../newsstand/types.ts";
import { workerEntry } from "../../worker-entry.ts";

interface Importing {
  readonly library: Library;
  readonly bring: (file: string | Uint8Array) => Promise<ImportResult>;
  /** Every progress that was told, in order. */
  readonly told: Progress[];
}

async function startImporting(): Promise<Importing> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-outline-"));
  const library = await openLibrary({ folder, now: Date.now });
  const workers = createWorkerPool({
    entry: workerEntry,
    size: 1,
  });
  onTestFinished(async () => {
    await Promise.all([library.close(), workers.close()]);
    await rm(folder, { recursive: true, force: true });
  });
  const collaborators = {
    library,
    workers,
    announce: () => undefined,
    recentFeeds: new RecentFeeds(Date.now),
    privateAddresses: new PrivateAddresses(await vaultBeside(folder)),
  };
  const told: Progress[] = [];
  const onProgress = (progress: Progress): void => void told.push(progress);
  const bring = (file: string | Uint8Array): Promise<ImportResult> => {
    const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
    return importOutline(bytes, collaborators, { onProgress });
  };
  return { library, bring, told };
}

/** What OPML can say of a followed title. */
function describe({ library }: Importing): OutlineFeed[] {
  const names = new Map(library.folders.all().map(({ id, name }) => [id, name]));
  return library.feeds.followed().map((feed: Feed) => ({
    address: feed.address,
    title: feed.publisherTitle,
    ownTitle: feed.ownTitle,
    site: feed.site,
    folder: feed.folderId === null ? [] : [names.get(feed.folderId) ?? ""],
    section: feed.section,
    language: feed.language,
    retention: feed.retention,
  }));
}

function title(index: number): OutlineFeed {
  return {
    address: `https://site${index}.example/feed?part=${index}`,
    title: `Title ${index} & more`,
    ownTitle: index % 3 === 0 ? `Mine ${index}` : null,
    site: `https://site${index}.example/`,
    folder: [`Folder ${index % 7}`],
    section: index % 2 === 0 ? "Science" : null,
    language: index % 5 === 0 ? null : "de",
    retention: index % 4 === 0 ? { days: 30 + index, articles: null, keepUnread: false } : null,
  };
}

test("everything that is known of titles goes from one library to another", async () => {
  const feeds = Array.from({ length: 30 }, (_, index) => title(index));
  const first = await startImporting();
  const text = writeOutline({ title: "Broadsheet", created: 0, feeds });
  const { report, followed } = await first.bring(text);
  expect(report).toEqual({ followed: 30, alreadyFollowed: 0, foldersCreated: 7, skipped: [] });
  expect(followed).toHaveLength(30);
  const known = describe(first);
  expect(known).toEqual(known.map(({ address }) => feeds.find((feed) => feed.address === address)));
  const second = await startImporting();
  await second.bring(writeOutline({ title: "Broadsheet", created: 0, feeds: known }));
  expect(describe(second)).toEqual(known);
});

test("nested folders become one name; what is followed keeps its own settings", async () => {
  const running = await startImporting();
  const own = { ...title(1), ownTitle: "Mine" };
  await running.bring(writeOutline({ title: "", created: 0, feeds: [own] }));
  const again = { ...title(1), ownTitle: "Theirs", folder: ["News", "Europe"] };
  const other = { ...title(2), section: null, folder: ["Sport", "Cycling"] };
  const text = writeOutline({ title: "", created: 0, feeds: [again, other] });
  const { report } = await running.bring(text);
  expect(report).toMatchObject({ followed: 1, alreadyFollowed: 1 });
  const [first, second] = describe(running);
  expect(first).toMatchObject({ ownTitle: "Mine", folder: ["Folder 1"] });
  expect(second).toMatchObject({ folder: ["Sport / Cycling"], section: "Sport" });
});

/** Names as people gave them, in files that say in the declaration what they are written in. */
test.each<[Charset, string, string]>([
  ["windows-1252", "Zürich – „Heute“", "Café"],
  ["utf-16le", "Новости 日本語", "Ελλάδα"],
  ["shift_jis", "朝刊新聞 — ｶﾅ", "海外ニュース"],
  ["koi8-r", "Вечерние новости", "Мир"],
  ["big5", "臺灣新聞", "國際"],
])("a file in %s gives its names right", async (charset, name, folder) => {
  const running = await startImporting();
  const text = writeOutline({ title: "", created: 0, feeds: [{ ...title(1), folder: [folder] }] })
    .replace('encoding="UTF-8"', `encoding="${charset === "utf-16le" ? "UTF-16" : charset}"`)
    .replaceAll("Mine 1", name)
    .replaceAll("Title 1 &amp; more", name);
  await running.bring(encodeText(text, charset));
  expect(describe(running)).toMatchObject([{ title: name, folder: [folder] }]);
});

test("tells how many entries have been looked at, up to all of them", async () => {
  const running = await startImporting();
  const feeds = Array.from({ length: 250 }, (_, index) => title(index));
  await running.bring(writeOutline({ title: "", created: 0, feeds }));
  const done = running.told.map((progress) => progress.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(running.told.every(({ total }) => total === 250)).toBe(true);
  expect(done.at(-1)).toBe(250);
});

test("3,000 titles come in slices, so that the window is answered meanwhile", async () => {
  const running = await startImporting();
  await running.bring(writeOutline({ title: "", created: 0, feeds: [title(5_000)] }));
  const feeds = Array.from({ length: 3_000 }, (_, index) => title(index));
  const text = writeOutline({ title: "", created: 0, feeds });
  // The thread's own time: what other programs take of the machine does not count.
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let isRunning = true;
  let longest = 0;
  let before = spent();
  const tick = (): void => {
    const now = spent();
    longest = Math.max(longest, now - before);
    before = now;
    if (isRunning) setImmediate(tick);
  };
  tick();
  const { report } = await running.bring(text);
  isRunning = false;
  expect(report).toMatchObject({ followed: 3_000, foldersCreated: 6 });
  console.log(`3,000 titles imported; longest time in one piece ${longest.toFixed(1)} ms`);
  expect(longest, "milliseconds").toBeLessThan(40);
});
