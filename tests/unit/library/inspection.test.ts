import { execFile } from "node:child_process";
import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { inspectLibrary } from "../../../main/library/library.ts";
import { filledLibrary, ingest, type FilledLibrary } from "./backup-samples.ts";
import { day, temporaryFolder } from "./samples.ts";

/** A closed library with a sealed day, a day that is not sealed, and an automatic copy. */
async function closedLibrary(): Promise<FilledLibrary> {
  const filled = await filledLibrary();
  const { test, feed } = filled;
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  await ingest(test.library, feed, ["5", "6"]);
  await test.library.copies.rotate();
  await test.library.close();
  return filled;
}

/** Every file with its content and the time of its change. */
async function stateOf(folder: string): Promise<Map<string, string>> {
  const state = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const content = entry.isFile() ? await readFile(path, "base64") : "";
    state.set(path, `${(await stat(path)).mtimeMs} ${content}`);
  }
  return state;
}

test("describes a whole library", async () => {
  const { test } = await closedLibrary();
  for (const deep of [false, true]) {
    const before = await stateOf(test.folder);
    const report = await inspectLibrary(test.folder, { deep });
    expect(report).toMatchObject({
      isWhole: true,
      isOpen: false,
      titles: 2,
      formerTitles: 0,
      folders: 1,
      days: 2,
      span: ["2026-11-23", "2026-11-24"],
      articles: { count: 6 },
      textsRead: deep ? 6 : 0,
      read: 1,
      bookmarks: { count: 1 },
      trash: { count: 0 },
      pictures: { count: 1, bytes: 9 },
      copies: { count: 1 },
      findings: [],
    });
    expect(await stateOf(test.folder)).toEqual(before);
  }
  await test.open();
});

test("says that a library is in use, and looks at it all the same", async () => {
  const { test } = await filledLibrary();
  const before = await stateOf(test.folder);
  const report = await inspectLibrary(test.folder, { deep: true });
  expect(report).toMatchObject({
    isOpen: true,
    isWhole: true,
    findings: [],
    articles: { count: 4 },
  });
  expect(await stateOf(test.folder)).toEqual(before);
});

test("is no library: nothing, an empty folder, a file", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "file"), "");
  for (const path of [join(folder, "missing"), folder, join(folder, "file")])
    expect(await inspectLibrary(path)).toBeNull();
});

type Harm = (place: {
  readonly folder: string;
  readonly filled: FilledLibrary;
}) => Promise<unknown>;

async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function pathOf(folder: string, pattern: RegExp): Promise<string> {
  const name = (await readdir(folder)).sort().findLast((one) => pattern.test(one));
  if (name === undefined) throw new Error(`nothing like ${pattern.source} in ${folder}`);
  return join(folder, name);
}

const sealedDay = (folder: string) => join(folder, "editions", "2026-11-23");
const openDay = (folder: string) => join(folder, "editions", "2026-11-24");

const damage: readonly (readonly [sentence: RegExp, isDeepOnly: boolean, harm: Harm])[] = [
  [/format\.json, which says/, false, ({ folder }) => writeFile(join(folder, "format.json"), "")],
  [
    /library\.json is damaged; the copy before it is good/,
    false,
    ({ folder }) => flip(join(folder, "library.json"), 60),
  ],
  [
    /library\.json is damaged, and there is no good copy/,
    false,
    async ({ folder }) => {
      await flip(join(folder, "library.json"), 60);
      await rm(join(folder, "library.previous.json"));
    },
  ],
  [
    /library\.previous\.json, the copy of your titles before the last, is damaged/,
    false,
    ({ folder }) => flip(join(folder, "library.previous.json"), 60),
  ],
  [
    /^statuses\.\d+\.json is damaged; only its journals are left/,
    false,
    async ({ folder }) => flip(await pathOf(folder, /^statuses\..*json$/), 40),
  ],
  [
    /list of articles of 2026-11-23 is damaged; its texts can rebuild it/,
    false,
    ({ folder }) => flip(join(sealedDay(folder), "articles.json"), 100),
  ],
  [
    /editions\/2026-11-24\/articles\.log has \d+ damaged bytes; 1 line are good|1 line/,
    false,
    ({ folder }) => flip(join(openDay(folder), "articles.log"), 100),
  ],
  [
    /^4 texts of 2026-11-23 are missing/,
    false,
    ({ folder }) => rm(join(sealedDay(folder), "bodies.pack")),
  ],
  [
    /^1 text of 2026-11-23 are damaged/,
    true,
    ({ folder }) => flip(join(sealedDay(folder), "bodies.pack"), 40),
  ],
  [
    /in 2026-11-23 belong to other days/,
    false,
    async ({ folder }) => {
      await rm(sealedDay(folder), { recursive: true });
      await mkdir(sealedDay(folder));
      for (const name of ["articles.log", "bodies.pack"])
        await writeFile(join(sealedDay(folder), name), await readFile(join(openDay(folder), name)));
    },
  ],
  [
    /^The bookmark \d+-\d+ is damaged; its article is still there/,
    false,
    ({ folder, filled }) => flip(join(folder, "bookmarks", filled.bookmarked, "bookmark.json"), 90),
  ],
  [
    /^A picture of the bookmark “Headline of 1” is missing/,
    false,
    ({ folder, filled }) => rm(join(folder, "bookmarks", filled.bookmarked, filled.picture.name)),
  ],
  [
    /^A picture of the bookmark “Headline of 1” is damaged/,
    true,
    ({ folder, filled }) =>
      flip(join(folder, "bookmarks", filled.bookmarked, filled.picture.name), 3),
  ],
  [
    /^The bookmarked article \d+-\d+ is nowhere/,
    false,
    async ({ folder }) => {
      await rm(join(folder, "bookmarks"), { recursive: true });
      await rm(sealedDay(folder), { recursive: true });
    },
  ],
  [
    /^1 picture of articles are missing/,
    false,
    ({ folder }) => rm(join(folder, "media"), { recursive: true }),
  ],
  [
    /^1 picture of articles are damaged/,
    true,
    ({ folder, filled }) => {
      const { name } = filled.picture;
      return flip(join(folder, "media", name.slice(0, 2), name), 3);
    },
  ],
  [
    /^The automatic copy .* is damaged/,
    false,
    ({ folder }) => flip(join(`${folder}-backups`, "2026-11-24.zip"), -60),
  ],
  [
    /copy is not finished/,
    false,
    ({ folder }) => writeFile(join(folder, "unfinished-copy.txt"), ""),
  ],
];

test.each(damage)("finds damage: %s", async (sentence, isDeepOnly, harm) => {
  const filled = await closedLibrary();
  const { folder } = filled.test;
  await harm({ folder, filled });
  const before = await stateOf(folder);
  const [shallow, deep] = [
    await inspectLibrary(folder),
    await inspectLibrary(folder, { deep: true }),
  ];
  const sentences = (report: typeof deep) =>
    (report?.findings ?? [])
      .filter(({ kind }) => kind === "damaged")
      .map((finding) => finding.sentence);
  expect(sentences(deep)).toEqual([expect.stringMatching(sentence)]);
  expect(sentences(shallow)).toHaveLength(isDeepOnly ? 0 : 1);
  expect(deep?.isWhole).toBe(false);
  expect(await stateOf(folder)).toEqual(before);
  await rm(join(folder, "unfinished-copy.txt"), { force: true });
  await filled.test.open();
});

const notices: readonly (readonly [sentence: RegExp, harm: Harm])[] = [
  [
    /ends in the middle of a line/,
    ({ folder }) => appendFile(join(openDay(folder), "articles.log"), "12345678 {"),
  ],
  [/mine\.txt does not belong/, ({ folder }) => writeFile(join(folder, "mine.txt"), "")],
  [
    /^1 file was found damaged before and set aside/,
    ({ folder }) => writeFile(join(folder, "library.json.damaged-2026"), ""),
  ],
  [
    /^1 picture \(1 kB\) belong to no article/,
    async ({ folder }) => {
      const name = `${"ab".repeat(32)}.png`;
      await mkdir(join(folder, "media", "ab"));
      await writeFile(join(folder, "media", "ab", name), "12345");
    },
  ],
  [
    /^The bookmark \d+-\d+ has no copy; the next start makes it/,
    ({ folder }) => rm(join(folder, "bookmarks"), { recursive: true }),
  ],
  [
    /^trash\/20000-1 is no removed bookmark/,
    ({ folder }) => mkdir(join(folder, "trash", "20000-1"), { recursive: true }),
  ],
  [
    /^A newer Broadsheet wrote this library/,
    ({ folder }) => writeFile(join(folder, "format.json"), '{"version":99}'),
  ],
];

test.each(notices)("tells without calling it damage: %s", async (sentence, harm) => {
  const filled = await closedLibrary();
  const { folder } = filled.test;
  await harm({ folder, filled });
  const report = await inspectLibrary(folder);
  expect(report?.findings).toEqual([
    { kind: "notice", sentence: expect.stringMatching(sentence) as string },
  ]);
  expect(report?.isWhole).toBe(true);
});

test("a new library without anything is whole", async () => {
  const { test } = await filledLibrary();
  await test.library.close();
  await rm(join(test.folder, "cache"), { recursive: true });
  expect(await inspectLibrary(test.folder)).toMatchObject({ isWhole: true, findings: [] });
  await test.open();
});

const script = resolve(import.meta.dirname, "../../../scripts/inspect.ts");
const run = promisify(execFile);

test("the command prints sentences or JSON; its exit code says whether something is damaged", async () => {
  const { test } = await closedLibrary();
  const text = (await run(process.execPath, [script, "library", test.folder, "--deep"])).stdout;
  expect(text).toContain("Articles   6 (1 read)");
  expect(text).toContain("Nothing is damaged.");
  const json = (await run(process.execPath, [script, "library", test.folder, "--json"])).stdout;
  expect(JSON.parse(json)).toMatchObject({ isWhole: true, articles: { count: 6 } });
  await rm(join(sealedDay(test.folder), "bodies.pack"));
  await expect(run(process.execPath, [script, "library", test.folder])).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("- 4 texts of 2026-11-23 are missing.") as string,
  });
  for (const given of [[], [join(test.folder, "nowhere")], ["--what", test.folder]])
    await expect(run(process.execPath, [script, "library", ...given])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^inspect: .*\n$/) as string,
    });
  await test.open();
}, 30_000);
