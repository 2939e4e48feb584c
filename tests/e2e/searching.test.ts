import { expect, test } from "./fixtures.ts";

/** Words of the highlights that are drawn in the open article. */
const highlighted = `[...(CSS.highlights.get("found") ?? [])].map((range) => range.toString())`;

test("a reader finds an article among all, by keyboard, also without a network", async ({
  play,
  openFilled,
  open,
}) => {
  const newsstand = await play();
  const { reader, program } = await openFilled(newsstand);
  const { page } = reader;
  const field = page.getByRole("searchbox", { name: "Find in all articles" });
  await reader.source("All articles").click();
  const total = await reader.articleCount();
  const headline = (await reader.rows.nth(7).locator(".headline").innerText()).trim();
  const word = headline.split(/[^\p{L}]+/u).toSorted((one, other) => other.length - one.length)[0];
  if (word === undefined) throw new Error("a headline without words");

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  // Nothing is looked for yet: the list stays, and it is said what can be.
  await expect(page.getByRole("button", { name: /^is:unread/ })).toBeVisible();
  await page.keyboard.type(`headline:${word.toLowerCase().slice(0, -1)}`);
  await expect(page.getByText("in the headline")).toBeVisible();
  await expect(reader.rows.filter({ hasText: headline }).first()).toBeVisible();
  await expect(reader.rows.first().locator("mark").first()).toContainText(
    new RegExp(word.slice(0, -1), "i"),
  );

  // On into the list and the article, where the word is highlighted.
  await field.fill(`text:said OR ${word}`);
  await expect(page.getByText("in the text")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(reader.rows.first()).toBeVisible();
  await expect(field).not.toBeFocused();
  await page.getByRole("button", { name: "Keep in the sidebar" }).click();
  await expect(page.getByText("Kept in the sidebar", { exact: true })).toBeVisible();
  await expect(reader.source(`text:said OR ${word}`)).toBeVisible();
  await reader.rows.first().click();
  await page.keyboard.press("j");
  await expect(reader.headline).not.toHaveText("");
  await expect
    .poll(async () => (await page.evaluate<string[]>(highlighted)).length)
    .toBeGreaterThan(0);

  // Nothing fits: it is said what does.
  await page.keyboard.press("/");
  await field.fill(`${word} xyzzy`);
  await expect(page.getByText("Nothing found")).toBeVisible();
  await page
    .getByRole("button", { name: new RegExp(`^${word}`, "i") })
    .first()
    .click();
  await expect(reader.rows.first()).toBeVisible();

  await field.press("Escape");
  await expect(field).toBeHidden();
  expect(await reader.articleCount()).toBe(total);
  expect(await page.evaluate<string[]>(highlighted)).toEqual([]);
  await program.close();

  await newsstand.close();
  const second = await open();
  await second.reader.source(`text:said OR ${word}`).click();
  await expect(second.reader.page.getByRole("searchbox")).toHaveValue(`text:said OR ${word}`);
  await expect(second.reader.rows.first()).toBeVisible();
  await second.reader.page.getByRole("searchbox").press("Escape");
  await second.reader.page.getByRole("button", { name: "Search all articles" }).first().click();
  await second.reader.page.getByRole("searchbox").fill(`"${headline}"`);
  await expect(second.reader.rows.filter({ hasText: headline }).first()).toBeVisible();
  await second.reader.rows.filter({ hasText: headline }).first().click();
  await expect(second.reader.headline).toHaveText(headline);
  expect(second.reader.leftTheApp).toEqual([]);
  await second.program.close();
});
