import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Opens a section of the settings with the keyboard. */
async function openSettings(page: Page, section: string): Promise<void> {
  // Keys are listened to once the window shows what there is, or that there is nothing yet.
  await expect(page.locator("bs-status-bar, bs-welcome").first()).toBeVisible();
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: section, exact: true }).click();
}

test("a deleted article comes back by undo, also after a restart", async ({
  play,
  open,
  openFilled,
}) => {
  const newsstand = await play();
  const first = await openFilled(newsstand);
  await first.reader.source("All articles").click();
  await first.reader.rows.nth(1).click();
  const deleted = await first.reader.headline.innerText();
  await first.reader.page.keyboard.press("Delete");
  await expect(first.reader.page.getByText("The article was deleted.")).toBeVisible();
  await expect(first.reader.headline).not.toHaveText(deleted);
  await first.reader.expectOpen(1, 29);
  await expect(first.reader.list).not.toContainText(deleted);
  await first.program.close();

  const second = await open();
  await second.reader.source("All articles").click();
  await expect.poll(() => second.reader.articleCount()).toBe(29);
  await expect(second.reader.list).not.toContainText(deleted);
  await second.reader.page.keyboard.press("Control+z");
  await expect(second.reader.page.getByText(`“${deleted}” is back.`)).toBeVisible();
  await expect(second.reader.list).toContainText(deleted);
  await expect.poll(() => second.reader.articleCount()).toBe(30);
  await second.program.close();
});

test("everything marked read is unread again by undo, also after a kill", async ({
  play,
  open,
  openFilled,
}) => {
  const newsstand = await play();
  const first = await openFilled(newsstand);
  await first.reader.source("All articles").click();
  await first.reader.tool("Mark all as read").click();
  await expect(first.reader.page.getByText("30 articles marked as read.")).toBeVisible();
  await first.program.kill();

  const { reader, program } = await open();
  await expect(reader.source("Unread").locator(".count")).toHaveCount(0);
  await reader.page.keyboard.press("Control+z");
  await expect(reader.page.getByText("30 articles are unread again.")).toBeVisible();
  await expect(reader.source("Unread")).toContainText("30");
  await reader.page.keyboard.press("Control+z");
  await expect(reader.page.getByText("There is nothing to undo.")).toBeVisible();
  await program.close();
});

test("a limit is forecast, applied, and leaves bookmarks alone", async ({ play, openFilled }) => {
  const newsstand = await play();
  const { reader, program } = await openFilled(newsstand);
  const { page } = reader;
  await reader.source("All articles").click();
  await page.keyboard.press("End");
  await expect(reader.headline).toBeVisible();
  const kept = await reader.headline.innerText();
  await page.keyboard.press("b");
  await expect(reader.tool("Bookmark")).toHaveAttribute("aria-pressed", "true");

  await openSettings(page, "Storage");
  await expect(page.locator("bs-usage-bar")).toContainText("30 articles since");
  await page.getByRole("checkbox", { name: /Keep what is unread/ }).uncheck();
  await page
    .getByRole("combobox", { name: "Articles per title" })
    .selectOption({ label: "Own number…" });
  await page.getByLabel("Articles per title: own number").fill("2");
  await expect(
    page.getByText(/This would remove \d+ articles, .*; bookmarks stay\./),
  ).toBeVisible();
  const forecast = await page.locator("bs-limits-forecast [role=status]").innerText();
  await expect(page.locator("bs-usage-bar")).toContainText("30 articles since");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("button", { name: "Remove now" }).click();
  const count = /\d+/.exec(forecast)?.[0] ?? "no number";
  await expect(page.getByText(`${count} articles were removed`)).toBeVisible();
  // Two of each title, and the bookmarked one.
  await expect(page.locator("bs-usage-bar")).toContainText("13 articles since");
  await page.keyboard.press("Escape");

  await reader.source("All articles").click();
  await expect.poll(() => reader.articleCount()).toBe(13);
  await reader.source("Bookmarks").click();
  await expect(reader.rows.first()).toContainText(kept);
  await reader.rows.first().click();
  await expect(reader.body).toHaveText(/\S/);
  await program.close();
});

test("a backup into a file fills an empty library again", async ({ play, open, openFilled }) => {
  const elsewhere = await mkdtemp(join(tmpdir(), "broadsheet-test-"));
  try {
    const newsstand = await play();
    const first = await openFilled(newsstand);
    await first.reader.source("All articles").click();
    await first.reader.rows.first().click();
    const headline = await first.reader.headline.innerText();
    await first.reader.tool("Bookmark").click();
    await expect(first.reader.tool("Bookmark")).toHaveAttribute("aria-pressed", "true");
    const file = join(elsewhere, "my news.zip");
    await first.program.answer({ dialog: "save", path: file });
    await openSettings(first.reader.page, "Your data");
    await first.reader.page.getByRole("button", { name: "Back up…" }).click();
    await expect(first.reader.page.getByText(`Backed up to ${file}.`)).toBeVisible();
    expect(existsSync(file)).toBe(true);
    await first.program.close();
    await newsstand.close();

    const second = await open({ dataFolder: join(elsewhere, "empty") });
    const { page } = second.reader;
    await second.program.answer({ dialog: "open", path: file });
    await openSettings(page, "Your data");
    await page.getByRole("button", { name: "Restore…" }).first().click();
    await page.getByRole("button", { name: "Choose a file…" }).click();
    await expect(page.getByText("6 titles · 1 bookmark ·")).toBeVisible();
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(page.getByText("6 titles were added.")).toBeVisible();
    await expect(page.getByText("1 bookmark was added.")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(second.reader.source(newsstand.publishers[0]?.title ?? "")).toBeVisible();
    await second.reader.source("Bookmarks").click();
    await second.reader.rows.first().click();
    await expect(second.reader.headline).toHaveText(headline);
    await second.reader.expectPicturesShown();
    await second.program.close();
  } finally {
    await rm(elsewhere, { recursive: true, force: true, maxRetries: 5 });
  }
});

test("something that is no backup changes nothing and says so", async ({ open, dataFolder }) => {
  const { reader, program } = await open();
  const { page } = reader;
  await program.answer({ dialog: "open", path: join(dataFolder, "library", "library.json") });
  await openSettings(page, "Your data");
  await page.getByRole("button", { name: "Restore…" }).first().click();
  await page.getByRole("button", { name: "Choose a file…" }).click();
  await expect(page.getByText(/not a whole Broadsheet backup/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Choose a file…" })).toBeEnabled();
  await program.close();
});

test("the library moves to another folder and is opened there", async ({
  play,
  open,
  openFilled,
}) => {
  const elsewhere = await mkdtemp(join(tmpdir(), "broadsheet-test-"));
  try {
    const newsstand = await play();
    const first = await openFilled(newsstand);
    await first.reader.source("All articles").click();
    await first.reader.rows.first().click();
    const headline = await first.reader.headline.innerText();
    const target = join(elsewhere, "another disk");
    await mkdir(target);
    await first.program.answer({ dialog: "open", path: target });
    await openSettings(first.reader.page, "Your data");
    await first.reader.page.getByRole("button", { name: "Move…" }).click();
    await first.program.endsToRestart();

    const { reader, program } = await open();
    await expect(reader.headline).toHaveText(headline);
    await expect(reader.source("Unread")).toContainText("29");
    await openSettings(reader.page, "Your data");
    await expect(reader.page.locator("bs-data-settings code")).toContainText("another disk");
    await program.close();
  } finally {
    await rm(elsewhere, { recursive: true, force: true, maxRetries: 5 });
  }
});
