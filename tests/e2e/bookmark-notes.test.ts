import { expect, test } from "./fixtures.ts";

test("tags and a note are written by keyboard, found, and there without a network", async ({
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

  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: "Tags and note" });
  await expect(page.getByRole("textbox", { name: "Tags" })).toBeFocused();
  await page.keyboard.type("Kestria, to read");
  await page.keyboard.press("Tab");
  await page.keyboard.type("For the zinnober meeting.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("For the zinnober meeting.")).toBeVisible();
  await expect(reader.source("to read")).toBeVisible();
  await program.close();

  await newsstand.close();
  const second = await open();
  await second.reader.source("Kestria").click();
  await expect(second.reader.rows).toHaveCount(1);
  await second.reader.rows.first().click();
  await expect(second.reader.headline).toHaveText(headline);
  await expect(second.reader.page.getByText("For the zinnober meeting.")).toBeVisible();
  for (const query of ["zinnober", "note:zinnober", "tag:kestria", 'tag:"to read"']) {
    await second.reader.page.keyboard.press("Control+k");
    await second.reader.page.getByRole("searchbox").fill(query);
    await expect(second.reader.rows).toHaveCount(1);
    await expect(second.reader.rows.first()).toContainText(headline);
  }
  expect(second.reader.leftTheApp).toEqual([]);
  await second.program.close();
});
