/**
 * `npm run screenshots`: every view in light and dark at three widths, empty, failing and full,
 * into `screenshots/`, to be looked at. Words on standard output say which is being taken.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { fillLibrary } from "../tests/bench/fill-library.ts";
import { launch, type Program } from "../tests/e2e/launch.ts";
import { ReaderPage } from "../tests/e2e/reader-page.ts";
import { startDemo } from "../tests/newsstand/demo.ts";
import { buildWhenNeeded } from "./build.ts";
import { inProject } from "./project.ts";

const sizes = [
  { width: 1440, height: 900 },
  { width: 900, height: 760 },
  { width: 640, height: 860 },
];
const folder = inProject("screenshots");
/** With a word given, only views whose name holds it. */
const wanted = process.argv[2] ?? "";

/** A state of the window: how to get there from the list of all articles with the sidebar shown. */
interface View {
  readonly name: string;
  readonly reach: (reader: ReaderPage) => Promise<unknown>;
}

const escape = (page: Page): Promise<void> => page.keyboard.press("Escape");

const views: readonly View[] = [
  {
    name: "search",
    reach: async ({ page, rows }) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("the -water");
      await rows.locator("mark").first().waitFor();
      await page.keyboard.press("Enter");
      await page.keyboard.press("j");
    },
  },
  {
    name: "search-nothing",
    reach: async ({ page }) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("water xyzzy author:nobody");
      await page.getByText("Nothing found").waitFor();
    },
  },
  { name: "search-begun", reach: ({ page }) => page.keyboard.press("Control+k") },
  { name: "list", reach: (reader) => reader.rows.first().waitFor() },
  { name: "article", reach: openFirst },
  {
    name: "article-end",
    async reach(reader) {
      await openFirst(reader);
      await reader.scrollArticleTo(1);
    },
  },
  { name: "menu-and-failing-title", reach: openMenu },
  {
    name: "failing-title",
    async reach(reader) {
      await reader.page.keyboard.press("1");
      await reader.source("The Broken Gazette").click();
      await reader.page.getByRole("button", { name: "Try again now" }).waitFor();
    },
  },
  {
    name: "right-to-left",
    async reach(reader) {
      await reader.page.keyboard.press("1");
      await reader.source("مرسى الأخبار").click();
      await reader.rows.first().click();
    },
  },
  {
    name: "choosing-a-passage",
    async reach(reader) {
      await openFirst(reader);
      await reader.page.keyboard.press("3");
      await reader.page.keyboard.press("Shift+H");
      await reader.page.keyboard.press("ArrowDown");
    },
  },
  {
    name: "highlights",
    async reach(reader) {
      await openFirst(reader);
      const { page } = reader;
      await page.keyboard.press("3");
      for (const [steps, note] of [
        [1, "Compare with last year’s figures."],
        [3, ""],
      ] as const) {
        await page.keyboard.press("Shift+H");
        for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown");
        if (note === "") await page.keyboard.press("Enter");
        else {
          await page.keyboard.press("n");
          await page.getByRole("textbox", { name: "Note" }).fill(note);
          await page.keyboard.press("Control+Enter");
        }
        await page.waitForTimeout(300);
      }
      await page.getByRole("heading", { name: "Your highlights" }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "export-bookmarks",
    async reach({ page }) {
      await page.keyboard.press("1");
      await page.getByRole("treeitem", { name: /^Bookmarks/ }).click({ button: "right" });
      await page.getByRole("menuitem", { name: "Export…" }).click();
    },
  },
  {
    name: "no-bookmarks",
    async reach(reader) {
      await reader.page.keyboard.press("1");
      await reader.source("Bookmarks").click();
      await reader.page.getByText("No bookmarks yet").waitFor();
    },
  },
  {
    name: "titles",
    async reach({ page }) {
      await page.keyboard.press("t");
      await page.getByText("no feed there").click();
    },
  },
  { name: "settings", reach: ({ page }) => openSettings(page, "Reading") },
  { name: "settings-offline", reach: ({ page }) => openSettings(page, "Offline") },
  {
    name: "prepare",
    async reach({ page }) {
      await page.keyboard.press("d");
      await page.locator("bs-preparation-choice .forecast strong").waitFor();
    },
  },
  {
    name: "settings-storage",
    async reach({ page }) {
      await openSettings(page, "Storage");
      await page.getByText("Space in use").waitFor();
    },
  },
  { name: "settings-data", reach: ({ page }) => openSettings(page, "Your data") },
  {
    name: "article-deleted",
    async reach(reader) {
      await openFirst(reader);
      await reader.page.keyboard.press("Delete");
      await reader.page.getByText("The article was deleted.").waitFor();
    },
  },
  {
    name: "own-extraction",
    async reach(reader) {
      await openFirst(reader);
      await reader.page
        .getByRole("button", { name: /^More|^Actions/ })
        .first()
        .click();
      await reader.page.getByRole("menuitem", { name: "The text is wrong…" }).click();
      await reader.page.getByRole("button", { name: "Use this block" }).waitFor();
      await reader.page.waitForTimeout(600);
    },
  },
  { name: "keys", reach: ({ page }) => page.keyboard.press("?") },
  {
    name: "add-address-error",
    async reach({ page }) {
      await page.keyboard.press("a");
      await page.getByLabel("Address of a feed or of a site").fill("nowhere.invalid");
      await page.keyboard.press("Enter");
      await page.locator(".error").waitFor();
    },
  },
  {
    name: "add-catalogue",
    async reach({ page }) {
      await page.keyboard.press("a");
      await page.getByRole("radio", { name: "Catalogue" }).check({ force: true });
      await page.getByRole("checkbox").first().waitFor();
    },
  },
  {
    name: "unread-empty-with-undo",
    async reach({ page }) {
      await page.keyboard.press("u");
      await page.keyboard.press("Shift+A");
      await page
        .getByText(/marked as read|nothing unread/i)
        .first()
        .waitFor();
      await page.keyboard.press("u");
      await page.keyboard.press("u");
    },
  },
];

async function openFirst(reader: ReaderPage): Promise<void> {
  await reader.rows.first().click();
  await reader.headline.waitFor();
}

async function openSettings(page: Page, section: string): Promise<void> {
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: section, exact: true }).click();
}

async function openMenu(reader: ReaderPage): Promise<void> {
  const { page } = reader;
  await page.keyboard.press("1");
  await reader.source("The Broken Gazette").click({ button: "right" });
  await page.getByRole("menu").waitFor();
}

/** The window opens with the list that it was closed with; each view begins anew. */
async function startFromAllArticles(reader: ReaderPage): Promise<void> {
  const { page } = reader;
  if (!(await page.getByRole("listbox").or(page.locator("bs-empty-list")).isVisible())) return;
  await page.keyboard.press("1");
  await reader.source("All articles").click();
  // The list that is on screen until the other has been opened looks the same.
  await page.waitForTimeout(300);
}

/** Over a thousand pictures come from one machine, which is asked for a few at a time. */
async function allArrived(page: Page): Promise<void> {
  const bar = page.locator("bs-status-bar");
  await bar.getByText("Next refresh").waitFor({ timeout: 120_000 });
  await bar.getByText("to come").waitFor({ state: "hidden", timeout: 300_000 });
  await new ReaderPage(page).settled();
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!name.includes(wanted)) return;
  // Pictures decode and transitions end.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(name);
}

async function eachSize(
  program: Program,
  scheme: "light" | "dark",
  name: string,
  reach?: (reader: ReaderPage) => Promise<unknown>,
): Promise<void> {
  const { page } = program;
  for (const size of sizes) {
    if (!`${name}-${scheme}-${size.width}`.includes(wanted)) continue;
    await page.setViewportSize(size);
    await page.reload();
    await page.waitForLoadState("load");
    // The program's own setting has come after the one of the start.
    await page.emulateMedia({ colorScheme: scheme });
    await startFromAllArticles(new ReaderPage(page));
    try {
      await reach?.(new ReaderPage(page));
    } catch (error) {
      console.error(`${name} at ${size.width} could not be reached: ${String(error)}`);
    }
    await shoot(page, `${name}-${scheme}-${size.width}`);
    await escape(page);
  }
}

async function shootAll(scheme: "light" | "dark", outline: string): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), "broadsheet-screenshots-"));
  const start = (name: string, ...parameters: string[]): Promise<Program> =>
    launch({ dataFolder: join(temporary, name), colorScheme: scheme, arguments: parameters });
  try {
    const empty = await start("empty");
    await eachSize(empty, scheme, "welcome");
    await eachSize(empty, scheme, "no-titles", async ({ page }) => {
      await page.getByRole("button", { name: "Skip for now" }).click();
    });
    await empty.close();

    const filled = await start("filled", "--follow", outline);
    await new ReaderPage(filled.page).rows.first().waitFor();
    await filled.page.setViewportSize(sizes[0] ?? { width: 1440, height: 900 });
    await shoot(filled.page, `arriving-${scheme}-1440`);
    await allArrived(filled.page);
    for (const { name, reach } of views) await eachSize(filled, scheme, name, reach);
    await filled.close();

    await fillLibrary(join(temporary, "full", "library"), 100_000, 60);
    const full = await start("full");
    await eachSize(full, scheme, "full-100000", async (reader) => {
      await reader.rows.first().waitFor();
      await reader.scrollListTo(0.5);
    });
    await full.close();
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

const built = buildWhenNeeded();
if (built !== 0) process.exit(built);
mkdirSync(folder, { recursive: true });
const { newsstand } = await startDemo();
newsstand.add({
  slug: "broken-gazette",
  title: "The Broken Gazette",
  body: "<html><title>Sign in</title>",
  contentType: "text/html",
});
const outlineFolder = mkdtempSync(join(tmpdir(), "broadsheet-screenshots-"));
const outline = join(outlineFolder, "titles.opml");
writeFileSync(outline, newsstand.opml());
const schemes = ["light", "dark"] as const;
const named = schemes.filter((scheme) => scheme === wanted);
for (const scheme of named.length > 0 ? named : schemes) await shootAll(scheme, outline);
rmSync(outlineFolder, { recursive: true });
await newsstand.close();
