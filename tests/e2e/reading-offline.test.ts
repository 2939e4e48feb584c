import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

test("follow by site address, watch, read, bookmark, restart without a network: all is there", async ({
  play,
  open,
}) => {
  test.setTimeout(180_000);
  const newsstand = await play({ articlesPerPublisher: 6 });
  const chosen = newsstand.publishers.slice(0, 3);
  const first = await open();

  // A new person finds the welcome page and pastes addresses of sites, not of feeds.
  await expect(first.reader.page.getByRole("heading", { name: "Broadsheet" })).toBeVisible();
  await first.reader.page.getByLabel("Address of a feed or of a site").fill(chosen[0]?.host ?? "");
  await first.reader.page.getByRole("button", { name: "Look", exact: true }).click();
  await first.reader.page
    .getByRole("button", { name: /^Follow: / })
    .first()
    .click();
  await expect(first.reader.tree).toBeVisible();
  for (const publisher of chosen.slice(1))
    await first.reader.followByAddress(publisher.siteAddress);
  await first.reader.page.keyboard.press("Escape");

  // The articles arrive and become ready.
  await first.reader.source("All articles").click();
  const expected = chosen.flatMap((publisher) => publisher.stories);
  await first.reader.allReady();
  await expect.poll(() => first.reader.articleCount()).toBe(expected.length);

  // Read one, keep one.
  await first.reader.rows.first().click();
  const kept = await first.reader.headline.innerText();
  await first.reader.tool("Bookmark").click();
  await expect(first.reader.tool("Bookmark")).toHaveAttribute("aria-pressed", "true");
  expect(first.reader.leftTheApp).toEqual([]);
  await first.program.close();

  // The network is gone for good, and the program starts again.
  await newsstand.close();
  const second = await open();
  await expect(second.reader.headline).toHaveText(kept);
  await second.reader.page.keyboard.press("2");
  await second.reader.page.keyboard.press("Home");
  const seen = new Set<string>();
  let pictures = 0;
  for (let index = 0; index < expected.length; index += 1) {
    await second.reader.expectOpen(index, expected.length);
    const headline = await second.reader.headline.innerText();
    const story = expected.find((candidate) => candidate.headline === headline);
    expect(story, headline).toBeDefined();
    seen.add(headline);
    await expect(second.reader.body).toHaveText(/\S/);
    pictures += await second.reader.expectPicturesShown();
    await expect(second.reader.page.locator("bs-reading-pane .missing")).toHaveCount(0);
    await second.reader.page.keyboard.press("j");
  }
  expect(seen.size).toBe(expected.length);
  expect(pictures).toBeGreaterThan(expected.length / 2);

  // The bookmark is in its place, and nothing has been asked outside.
  await second.reader.source("Bookmarks").click();
  await expect(second.reader.rows).toHaveCount(1);
  await expect(second.reader.rows.first()).toContainText(kept);
  expect(second.reader.leftTheApp).toEqual([]);
  await second.program.close();
});

test("what a person set and where they were is restored", async ({ play, open, openFilled }) => {
  const newsstand = await play();
  const first = await openFilled(newsstand);
  await first.reader.source("Unread").click();
  await first.reader.rows.nth(2).click();
  const headline = await first.reader.headline.innerText();
  const divider = first.reader.page.getByRole("separator", { name: "Width of the sidebar" });
  await divider.focus();
  await first.reader.page.keyboard.press("ArrowRight");
  await first.reader.page.keyboard.press("ArrowRight");
  const width = await divider.getAttribute("aria-valuenow");
  await first.reader.page.keyboard.press("3");
  await first.reader.page.keyboard.press("Space");
  await first.program.close();

  const second = await open();
  await expect(second.reader.headline).toHaveText(headline);
  await expect(
    second.reader.page.getByRole("separator", { name: "Width of the sidebar" }),
  ).toHaveAttribute("aria-valuenow", width ?? "");
  await expect(second.reader.source("Unread")).toHaveAttribute("aria-selected", "true");
  await second.program.close();
});

test("a killed program has lost nothing that it showed", async ({ play, open, openFilled }) => {
  const newsstand = await play();
  const first = await openFilled(newsstand);
  await first.reader.source("All articles").click();
  const count = await first.reader.articleCount();
  await first.reader.rows.first().click();
  const headline = await first.reader.headline.innerText();
  await first.reader.tool("Bookmark").click();
  await expect(first.reader.tool("Bookmark")).toHaveAttribute("aria-pressed", "true");
  // Pictures may still be on their way to the disk: what is killed is a program that shows them.
  await first.reader.expectPicturesShown();
  await first.program.kill();
  await newsstand.close();

  const second = await open();
  await second.reader.source("All articles").click();
  await expect.poll(() => second.reader.articleCount()).toBe(count);
  await second.reader.source("Bookmarks").click();
  await expect(second.reader.rows.first()).toContainText(headline);
  await second.reader.rows.first().click();
  await second.reader.expectPicturesShown();
  await second.program.close();
});

test("killed in the midst of a refresh, it starts again and completes it", async ({
  play,
  open,
  dataFolder,
}) => {
  const newsstand = await play({ publishers: 12, articlesPerPublisher: 10 });
  for (const publisher of newsstand.publishers) publisher.behave({ delay: 150 });
  const outline = join(dataFolder, "titles.opml");
  await writeFile(outline, newsstand.opml());
  const first = await open({ arguments: ["--follow", outline] });
  await expect(first.reader.rows.first()).toBeVisible();
  await first.program.kill();
  const second = await open();
  await second.reader.allReady();
  await second.reader.source("All articles").click();
  await expect.poll(() => second.reader.articleCount()).toBe(120);
  await second.program.close();
});

test("a second copy leaves the library alone and brings the first to the front", async ({
  play,
  open,
  openFilled,
}) => {
  const newsstand = await play({ publishers: 2 });
  const first = await openFilled(newsstand);
  await expect(open()).rejects.toThrow(/did not open its window/);
  await first.reader.source("All articles").click();
  await first.reader.rows.first().click();
  await expect(first.reader.body).toHaveText(/\S/);
  await first.program.close();
});
