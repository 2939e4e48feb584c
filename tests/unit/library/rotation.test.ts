import { existsSync } from "node:fs";
import { copyFile, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { Disk } from "../../../main/library/files/disk.ts";
import { readNewestCopy } from "../../../main/library/copies/newest-copy.ts";
import { outdatedCopies } from "../../../main/library/copies/outdated-copies.ts";
import { emptyLibrary, filledLibrary } from "./backup-samples.ts";
import { FailingFiles } from "./failing-files.ts";
import { TestLibrary } from "./open-library.ts";
import { day, hour, noon, sampleArticle, sampleFeed } from "./samples.ts";

const names = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith(".zip")).sort();

test("makes one copy a day, beside the library, and none when nothing has changed", async () => {
  const { test } = await filledLibrary();
  const { copies } = test.library;
  expect(await copies.automatic()).toEqual([]);
  await copies.rotate();
  expect(copies.folder).toBe(`${test.folder}-backups`);
  expect(await names(copies.folder)).toEqual(["2026-11-23.zip"]);
  await test.library.settings.change({ theme: "light" });
  await copies.rotate();
  expect(await names(copies.folder)).toEqual(["2026-11-23.zip"]);
  expect((await copies.automatic())[0]?.at).toBe(noon);
  test.clock.now += day;
  await copies.rotate();
  expect(await names(copies.folder)).toEqual(["2026-11-23.zip", "2026-11-24.zip"]);
  for (let days = 0; days < 3; days++) {
    test.clock.now += day;
    await copies.rotate();
  }
  expect(await names(copies.folder)).toEqual(["2026-11-23.zip", "2026-11-24.zip"]);
  await test.library.articles.setRead([await test.idOf("3")], true);
  await copies.rotate();
  expect((await copies.automatic()).map(({ at }) => at)).toEqual([
    noon + 4 * day,
    noon + day,
    noon,
  ]);
});

test("a day on which articles were only deleted has its copy, too", async () => {
  const { test } = await filledLibrary();
  const { copies } = test.library;
  await copies.rotate();
  test.clock.now += day;
  await test.library.articles.delete([await test.idOf("3")]);
  await copies.rotate();
  expect(await names(copies.folder)).toEqual(["2026-11-23.zip", "2026-11-24.zip"]);
});

/** Copies of a copy under the names of so many days before. */
async function addOlderCopies(newest: string, count: number): Promise<void> {
  for (let days = 1; days <= count; days++) {
    const name = new Date(noon - days * day).toISOString().slice(0, 10);
    await copyFile(newest, join(dirname(newest), `${name}.zip`));
  }
}

test("stores pictures of bookmarks once for all copies, and deletes those of none", async () => {
  const { test, picture, bookmarked } = await filledLibrary();
  const { copies } = test.library;
  await copies.rotate();
  const path = join(copies.folder, "pictures", picture.name.slice(0, 2), picture.name);
  expect(existsSync(path)).toBe(true);
  await test.library.bookmarks.remove(bookmarked);
  test.clock.now += day;
  await copies.rotate();
  await addOlderCopies(join(copies.folder, "2026-11-24.zip"), 20);
  await copies.rotate();
  expect(existsSync(path)).toBe(true);
  await rm(join(copies.folder, "2026-11-23.zip"));
  await addOlderCopies(join(copies.folder, "2026-11-24.zip"), 20);
  await copies.rotate();
  expect(existsSync(path)).toBe(false);
});

test("a copy brings its pictures along when it is restored", async () => {
  const { test, picture } = await filledLibrary();
  await test.library.copies.rotate();
  const [copy] = await test.library.copies.automatic();
  const other = await emptyLibrary();
  const { problems } = await other.copies.restore(copy?.path ?? "", "merge");
  expect(problems).toEqual([]);
  expect(await other.pictures.path(picture.name)).not.toBeNull();
});

function copiesOf(days: readonly string[]) {
  return days.map((name) => ({
    path: `${name}.zip`,
    day: name.slice(0, 10),
    isBeforeRestore: name.length > 10,
  }));
}

test("keeps 7 days, 4 weeks and 6 months", () => {
  const start = Date.UTC(2026, 0, 1);
  let kept: ReturnType<typeof copiesOf> = [];
  for (let at = start; at < start + 400 * day; at += day) {
    const name = new Date(at).toISOString().slice(0, 10);
    kept = [...copiesOf([name]), ...kept];
    const outdated = outdatedCopies(kept);
    kept = kept.filter((copy) => !outdated.includes(copy));
  }
  expect(kept.map((copy) => copy.day)).toEqual([
    "2027-02-04",
    "2027-02-03",
    "2027-02-02",
    "2027-02-01",
    "2027-01-31",
    "2027-01-30",
    "2027-01-29",
    "2027-01-24",
    "2027-01-17",
    "2026-12-31",
    "2026-11-30",
    "2026-10-31",
    "2026-09-30",
  ]);
});

test("who comes back after a year loses no copy; three from before restores are kept", () => {
  const copies = copiesOf([
    "2027-11-23",
    "2026-11-23-before-restore-5",
    "2026-11-23-before-restore-4",
    "2026-11-23-before-restore-3",
    "2026-11-23-before-restore-2",
    "2026-11-20",
    "2026-03-01",
  ]);
  expect(outdatedCopies(copies).map(({ path }) => path)).toEqual([
    "2026-11-23-before-restore-2.zip",
  ]);
});

test("a damaged copy neither counts nor is deleted, and is made anew the same day", async () => {
  const { test } = await filledLibrary();
  const { copies } = test.library;
  await copies.rotate();
  await truncate(join(copies.folder, "2026-11-23.zip"), 1000);
  expect(await copies.automatic()).toEqual([]);
  test.clock.now += hour;
  await copies.rotate();
  expect(await copies.automatic()).toHaveLength(1);
  expect((await readdir(copies.folder)).some((name) => name.includes(".damaged-"))).toBe(true);
});

test("deletes no old copy while the newest is damaged inside", async () => {
  const { test } = await filledLibrary();
  const { copies } = test.library;
  await copies.rotate();
  const newest = join(copies.folder, "2026-11-23.zip");
  await addOlderCopies(newest, 20);
  const good = await readFile(newest);
  const damaged = Buffer.from(good);
  damaged.fill(0x58, 300, 320);
  await writeFile(newest, damaged);
  await copies.rotate();
  expect(await names(copies.folder)).toHaveLength(21);
  await writeFile(newest, good);
  await copies.rotate();
  expect(await names(copies.folder)).toEqual([
    "2026-11-08.zip",
    "2026-11-15.zip",
    "2026-11-17.zip",
    "2026-11-18.zip",
    "2026-11-19.zip",
    "2026-11-20.zip",
    "2026-11-21.zip",
    "2026-11-22.zip",
    "2026-11-23.zip",
  ]);
});

test("the newest good copy gives titles and settings back", async () => {
  const { test } = await filledLibrary();
  const { copies } = test.library;
  const disk = new Disk();
  expect(await readNewestCopy(disk, test.folder)).toBeNull();
  await copies.rotate();
  test.clock.now += day;
  await test.library.feeds.add([sampleFeed("https://third.example/feed")]);
  await copies.rotate();
  expect((await readNewestCopy(disk, test.folder))?.document.feeds).toHaveLength(3);
  await truncate(join(copies.folder, "2026-11-24.zip"), 1000);
  const older = await readNewestCopy(disk, test.folder);
  expect(older?.at).toBe(noon);
  expect(older?.document.feeds.map(({ address }) => address)).toEqual([
    "https://paper.example/feed",
    "https://other.example/feed?a=1&b=2",
  ]);
  expect(older?.document.settings.theme).toBe("dark");
});

test.each(["damaged", "missing"])(
  "a library whose titles are %s opens with those of the newest copy, and says so",
  async (harm) => {
    const { test } = await filledLibrary();
    await test.library.copies.rotate();
    const { feeds, folders } = test.library;
    const before = [feeds.followed(), folders.all(), test.library.settings.current()];
    await test.library.close();
    for (const name of ["library.json", "library.previous.json"])
      await (harm === "damaged"
        ? truncate(join(test.folder, name), 50)
        : rm(join(test.folder, name)));
    const library = await test.open();
    expect([library.feeds.followed(), library.folders.all(), library.settings.current()]).toEqual(
      before,
    );
    expect(await test.headlines()).toHaveLength(4);
    expect(library.repairs).toContain(
      "Your titles and settings could not be read; those of the automatic copy of 2026-11-23 are used.",
    );
    await test.reopen();
    expect(test.library.feeds.followed()).toHaveLength(2);
    expect(test.library.repairs).toEqual([]);
  },
);

test("without any copy, articles keep titles to be listed under", async () => {
  const { test, feed } = await filledLibrary();
  const [, other] = test.library.feeds.followed();
  if (other === undefined) throw new Error("no second title");
  await test.library.articles.ingest([{ feedId: other.id, articles: [sampleArticle("8")] }]);
  await test.library.close();
  for (const name of ["library.json", "library.previous.json"])
    await truncate(join(test.folder, name), 50);
  await test.open();
  const facts = () =>
    test.library.feeds.followed().map((one) => [one.id, one.publisherTitle, one.address]);
  const recovered = [
    [feed.id, 'My "paper" <1>', "https://paper.example/"],
    [other.id, `Recovered title ${other.id}`, `https://paper.example/#${other.id}`],
  ];
  expect(facts()).toEqual(recovered);
  expect(await test.headlines()).toHaveLength(5);
  expect(test.library.repairs).toContain(
    "The names and addresses of 2 of your titles are lost. Their articles are here; " +
      "please follow the titles anew to receive more.",
  );
  await test.reopen();
  expect(facts()).toEqual(recovered);
  expect(test.library.repairs).toEqual([]);
  const [fresh] = await test.library.feeds.add([sampleFeed("https://new.example/feed")]);
  expect(fresh?.id).toBeGreaterThan(other.id);
});

test("a new library does not take over the copies of one that stood there before", async () => {
  const { test } = await filledLibrary();
  await test.library.copies.rotate();
  await test.library.close();
  await rm(test.folder, { recursive: true });
  const library = await test.open();
  expect(library.feeds.followed()).toEqual([]);
  // But they are offered.
  expect(await library.copies.automatic()).toHaveLength(1);
});

test("goes into the library's folder where nothing can be written beside it", async () => {
  const { test } = await filledLibrary();
  await writeFile(`${test.folder}-backups`, "a file where the folder should be");
  await test.library.copies.rotate();
  expect(await names(join(test.folder, "backups"))).toEqual(["2026-11-23.zip"]);
  expect(await test.library.copies.automatic()).toHaveLength(1);
});

test("clears away what a crash has left half written", async () => {
  const { test } = await filledLibrary();
  const { copies } = test.library;
  await copies.rotate();
  await writeFile(join(copies.folder, ".2026-11-20.zip.tmp"), "half");
  await copies.rotate();
  expect((await readdir(copies.folder)).sort()).toEqual(["2026-11-23.zip", "pictures"]);
});

test("a full disk leaves the copies as they were", async () => {
  const failing = new FailingFiles();
  const test = await TestLibrary.make(failing.files);
  await test.follow();
  await test.library.copies.rotate();
  test.clock.now += day;
  await test.library.settings.change({ theme: "dark" });
  failing.writesLeft = 0;
  await expect(test.library.copies.rotate()).rejects.toMatchObject({ code: "storage-full" });
  failing.recover();
  expect(await readdir(test.library.copies.folder)).toEqual(["2026-11-23.zip"]);
  await test.library.copies.rotate();
  expect(await test.library.copies.automatic()).toHaveLength(2);
});
