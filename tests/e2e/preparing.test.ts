import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

test("what was left on the network is prepared before leaving, and opens without one", async ({
  play,
  open,
  dataFolder,
}) => {
  const newsstand = await play({ publishers: 12, articlesPerPublisher: 4 });
  // Nothing but feeds is fetched by itself.
  const first = await open();
  await first.reader.page.getByRole("button", { name: "Skip for now" }).click();
  await first.reader.page.keyboard.press("Control+,");
  const { page } = first.reader;
  await page.getByRole("button", { name: "Offline", exact: true }).click();
  await page.getByRole("checkbox", { name: /Keep full texts/ }).uncheck();
  await page.getByRole("checkbox", { name: /Keep pictures/ }).uncheck();
  await page.keyboard.press("Escape");
  await first.program.close();

  const outline = join(dataFolder, "titles.opml");
  await writeFile(outline, newsstand.opml());
  const second = await open({ arguments: ["--follow", outline] });
  const bar = second.reader.page.locator("bs-status-bar");
  await expect(bar).toContainText("Next refresh", { timeout: 60_000 });
  await second.reader.page.keyboard.press("d");
  const dialog = second.reader.page.locator("bs-preparation-dialog");
  await expect(dialog).toContainText(/About .* to fetch/);
  await expect(dialog.getByText(/^\d+ to fetch$/).first()).toBeVisible();
  await dialog.getByRole("button", { name: "Start" }).click();
  // It is paused, and goes on by hand; closed, the status bar tells.
  await dialog.getByRole("button", { name: "Pause" }).click();
  await expect(dialog).toContainText("Paused. What was fetched stays.");
  await dialog.getByRole("button", { name: "Go on in the background" }).click();
  await expect(bar).toContainText("Preparing is paused");
  await bar.getByRole("button", { name: "Go on preparing" }).click();
  await expect(bar).toContainText(/Prepared: \d+ of \d+ ready/, { timeout: 90_000 });
  await bar.getByRole("button", { name: /Prepared:/ }).click();
  const [, ready, articles] = /(\d+) of (\d+) ready|All (\d+) ready/.exec(
    await dialog.innerText(),
  ) ?? [""];
  if (ready !== undefined && ready !== articles) {
    // Each of the others says why, and opens.
    const gaps = dialog.getByRole("list", { name: "What is incomplete" }).getByRole("button");
    expect(await gaps.count()).toBeGreaterThan(0);
    await gaps.first().click();
    await expect(second.reader.headline).toBeVisible();
  } else {
    await dialog.getByRole("button", { name: "Done" }).click();
  }
  expect(second.reader.leftTheApp).toEqual([]);
  await second.program.close();

  await newsstand.close();
  const third = await open();
  await third.reader.rows.first().click();
  await expect(third.reader.headline).toBeVisible();
  await third.reader.expectPicturesShown();
  expect(third.reader.leftTheApp).toEqual([]);
  await third.program.close();
});

test("a preparation goes on after a restart", async ({ play, open, dataFolder }) => {
  const newsstand = await play({ publishers: 6, articlesPerPublisher: 4 });
  const outline = join(dataFolder, "titles.opml");
  await writeFile(outline, newsstand.opml());
  const first = await open({ arguments: ["--follow", outline] });
  const bar = first.reader.page.locator("bs-status-bar");
  await expect(bar).toContainText("Next refresh", { timeout: 60_000 });
  await first.reader.page.keyboard.press("d");
  const dialog = first.reader.page.locator("bs-preparation-dialog");
  await dialog.getByRole("button", { name: "Start" }).click();
  await expect(dialog).toContainText(/\d+ of \d+ (?:articles )?ready|All \d+ ready/);
  await first.program.kill();

  const second = await open();
  await expect(second.reader.page.locator("bs-status-bar")).toContainText(/Prepared: /, {
    timeout: 90_000,
  });
  await second.program.close();
});
