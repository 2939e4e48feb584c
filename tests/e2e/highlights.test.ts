import { expect, test } from "./fixtures.ts";

/** Words of the highlights that are drawn in the open article. */
const noted = `[...(CSS.highlights.get("noted") ?? [])].map((range) => range.toString())`;
const kept = `[...(CSS.highlights.get("kept") ?? [])].map((range) => range.toString())`;

test("passages are highlighted by keyboard and by mouse, and there without a network", async ({
  play,
  openFilled,
  open,
}) => {
  const newsstand = await play();
  const { reader, program } = await openFilled(newsstand);
  const { page } = reader;
  await reader.source("All articles").click();
  await reader.rows.first().click();
  const headline = (await reader.headline.innerText()).trim();

  // By keyboard: the second sentence, with a note.
  await page.keyboard.press("3");
  await page.keyboard.press("Shift+H");
  await expect(page.getByRole("group", { name: "Choose a passage" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("n");
  const note = page.getByRole("dialog", { name: "Note on a highlight" });
  await expect(page.getByRole("textbox", { name: "Note" })).toBeFocused();
  await page.keyboard.type("Compare with the zinnober report.");
  await page.keyboard.press("Control+Enter");
  await expect(note).toBeHidden();
  await expect(page.getByRole("heading", { name: "Your highlights" })).toBeVisible();
  const passages = await page.evaluate<string[]>(noted);
  expect(passages).toHaveLength(1);

  // By mouse: a double click selects a word.
  await page
    .locator("bs-article-body p")
    .last()
    .dblclick({ position: { x: 30, y: 12 } });
  await page
    .getByRole("toolbar", { name: "The passage" })
    .getByText("Highlight", { exact: true })
    .click();
  await expect.poll(async () => (await page.evaluate<string[]>(kept)).length).toBe(1);
  await program.close();

  await newsstand.close();
  const second = await open();
  await second.reader.source("Bookmarks").click();
  await expect(second.reader.rows).toHaveCount(1);
  await second.reader.rows.first().click();
  await expect(second.reader.headline).toHaveText(headline);
  await expect.poll(() => second.reader.page.evaluate<string[]>(noted)).toEqual(passages);
  await expect(second.reader.page.getByText("Compare with the zinnober report.")).toBeVisible();
  await second.reader.page
    .getByRole("button", { name: /^Remove the highlight/ })
    .first()
    .click();
  await expect(second.reader.page.getByText("The highlight was removed.")).toBeVisible();
  await second.reader.page.keyboard.press("Control+z");
  await expect
    .poll(async () => [
      (await second.reader.page.evaluate<string[]>(noted)).length,
      (await second.reader.page.evaluate<string[]>(kept)).length,
    ])
    .toEqual([1, 1]);
  expect(second.reader.leftTheApp).toEqual([]);
  await second.program.close();
});
