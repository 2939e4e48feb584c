import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

test("filters, marks, folders and unfollowing by mouse, each with its undo", async ({
  play,
  openFilled,
}) => {
  const newsstand = await play();
  const { reader, program } = await openFilled(newsstand);
  const { page } = reader;
  await reader.source("All articles").click();
  const total = await reader.articleCount();
  expect(total).toBe(30);

  // Reading takes the unread mark away, at once and in the sidebar too.
  await reader.rows.nth(1).click();
  await expect(reader.source("Unread")).toContainText(String(total - 1));
  await reader.tool("Mark as unread").click();
  await expect(reader.source("Unread")).toContainText(String(total));

  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByText(`${total} articles marked as read.`)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(reader.source("Unread")).toContainText(String(total));

  // A title is renamed, filed, unfollowed and brought back.
  const title = newsstand.publishers[1]?.title ?? "";
  await reader.source(title).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("My morning paper");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(reader.source("My morning paper")).toBeVisible();
  await reader.source("My morning paper").click();
  await expect(reader.rows.first()).toContainText("My morning paper");

  await reader.source("My morning paper").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Unfollow" }).click();
  await expect(reader.source("My morning paper")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(reader.source("My morning paper")).toBeVisible();
  await reader.source("All articles").click();
  await expect.poll(() => reader.articleCount()).toBe(total);
  expect(reader.leftTheApp).toEqual([]);
  await program.close();
});

test("following from the catalogue and from an OPML file", async ({ play, open }) => {
  const newsstand = await play();
  const { reader, program } = await open();
  const { page } = reader;
  await page.getByRole("button", { name: "Skip for now" }).click();
  await reader.tool("Add titles").first().click();
  await page.getByRole("radio", { name: "Catalogue" }).check({ force: true });
  await page.getByLabel("Search the catalogue").fill("guardian");
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await page.getByLabel("Section").selectOption({ label: "Sport" });
  await expect(page.locator("bs-catalogue-picker")).toContainText(/guardian/i);

  await page.getByRole("radio", { name: "OPML file" }).check({ force: true });
  await page.locator("input[type=file]").setInputFiles({
    name: "titles.opml",
    mimeType: "text/x-opml",
    buffer: Buffer.from(newsstand.opml()),
  });
  await expect(page.getByText(/6 titles are now followed/)).toBeVisible();
  await page.keyboard.press("Escape");
  // Nobody typed these hosts, and they are on this very machine: they are refused, and it is said.
  await expect(reader.source(newsstand.publishers[0]?.title ?? "")).toContainText("Failing");
  expect(newsstand.requests()).toEqual([]);
  await program.close();
});

test("new articles wait behind a pill and move nothing", async ({ play, openFilled }) => {
  const newsstand = await play();
  const late = newsstand.add({
    slug: "late-edition",
    title: "The Late Edition",
    stories: [{ headline: "The ferry sails again" }, { headline: "Fog lifts over the bay" }],
  });
  late.behave({ status: 404 });
  const { reader, program } = await openFilled(newsstand);
  const { page } = reader;
  await reader.source("All articles").click();
  await reader.rows.nth(3).click();
  const before = await reader.rows.nth(3).innerText();
  const total = await reader.articleCount();
  late.behave();
  await reader.source("The Late Edition").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Visit now" }).click();
  await expect(page.getByText(/visited just now/)).toBeVisible();
  await reader.source("The Late Edition").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Unfollow" }).click();
  await expect(reader.source("The Late Edition")).toHaveCount(0);
  await reader.followByAddress(late.siteAddress);
  await page.keyboard.press("Escape");
  const pill = page.getByRole("button", { name: "2 new articles" });
  await expect(pill).toBeVisible();
  expect(await reader.rows.nth(3).innerText()).toBe(before);
  expect(await reader.articleCount()).toBe(total);
  await pill.click();
  await expect.poll(() => reader.articleCount()).toBe(total + 2);
  await program.close();
});

test("progress is shown, a refresh can be cancelled and taken up again", async ({
  play,
  open,
  dataFolder,
}) => {
  const newsstand = await play({ publishers: 12, articlesPerPublisher: 4 });
  newsstand.publishers[0]?.behave({ status: 500 });
  for (const publisher of newsstand.publishers.slice(6)) publisher.behave({ connection: "hang" });
  const outline = join(dataFolder, "titles.opml");
  await writeFile(outline, newsstand.opml());
  const { reader, program } = await open({ arguments: ["--follow", outline] });
  const bar = reader.page.locator("bs-status-bar");
  await expect(bar).toContainText("6 of 12");
  await expect(bar).toContainText("1 failed");
  await reader.tool("Cancel refresh").click();
  await expect(bar).toContainText("Next refresh");
  await expect.poll(() => reader.articleCount()).toBe(20);

  for (const publisher of newsstand.publishers) publisher.behave();
  await reader.tool("Refresh all titles").click();
  await reader.settled();
  await reader.source("All articles").click();
  await expect.poll(() => reader.articleCount()).toBe(44);
  // The title whose server had an error says so, and is left alone for a while.
  await expect(reader.source(newsstand.publishers[0]?.title ?? "")).toContainText(
    "refused with status 500",
  );
  await program.close();
});
