import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import type { ReaderPage } from "./reader-page.ts";

/** The full text is on screen; the key shows the feed's own, and then the full one again. */
async function expectBothTexts({ page, body }: ReaderPage, ending: string): Promise<void> {
  const source = page.locator("bs-text-source");
  const isFull = page.getByRole("button", { name: "Full text", exact: true });
  await expect(body).toContainText(ending);
  await expect(source).toContainText("Full text from");
  await expect(isFull).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("f");
  await expect(body).not.toContainText(ending);
  await expect(body).toHaveText(/\S/);
  await expect(source).toContainText("From the feed; the full text from");
  await expect(isFull).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("f");
  await expect(body).toContainText(ending);
}

test("an article of a shortened feed opens whole; both of its texts stay without a network", async ({
  play,
  open,
  dataFolder,
}) => {
  const newsstand = await play({ publishers: 30, articlesPerPublisher: 5 });
  const shortened = newsstand.publishers.find(
    ({ format, language }) => format === "rss-summary" && language.startsWith("en"),
  );
  if (shortened === undefined) throw new Error("no title of the newsstand gives summaries alone");
  const outline = join(dataFolder, "titles.opml");
  const line = `<outline type="rss" text="${shortened.slug}" xmlUrl="${shortened.feedAddress}"/>`;
  await writeFile(outline, `<opml version="2.0"><body>${line}</body></opml>`);
  const first = await open({ arguments: ["--follow", outline] });
  await first.reader.allReady();
  await first.reader.rows.first().click();
  const headline = await first.reader.headline.innerText();
  const story = shortened.stories.find((candidate) => candidate.headline === headline);
  // Words of the last paragraph, which the feed does not have.
  const last = story?.html.match(/<p>[^<&]{40,}<\/p>/g)?.at(-1) ?? "";
  const ending = last.slice(3, -4).trim().slice(0, 40);
  expect(ending.length, story?.html).toBeGreaterThan(20);
  await expectBothTexts(first.reader, ending);
  expect(first.reader.leftTheApp).toEqual([]);
  await first.program.close();

  await newsstand.close();
  const second = await open();
  await expect(second.reader.headline).toHaveText(headline);
  await expectBothTexts(second.reader, ending);
  await second.reader.expectPicturesShown();
  expect(second.reader.leftTheApp).toEqual([]);
  await second.program.close();
});
