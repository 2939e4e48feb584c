import type { Locator } from "@playwright/test";
import type { Newsstand } from "../newsstand/newsstand.ts";
import { scriptTitles, type ScriptTitle } from "../newsstand/scripts.ts";
import { expect, test } from "./fixtures.ts";
import type { ReaderPage } from "./reader-page.ts";

/** Every title, as the list and the reading pane show it. */
async function expectReadRight(reader: ReaderPage, titles: readonly ScriptTitle[]): Promise<void> {
  for (const title of titles) {
    await test.step(title.slug, async () => {
      await expectTitleReadRight(reader, title);
    });
  }
}

async function expectTitleReadRight(reader: ReaderPage, title: ScriptTitle): Promise<void> {
  const { page } = reader;
  await reader.source(title.title).click();
  await expect(reader.rows).toHaveCount(title.stories.length);
  for (const [index, story] of title.stories.entries()) {
    const row = reader.rows.nth(index);
    await expect(row.locator(".headline")).toHaveText(story.headline);
    await expect(row.locator(".excerpt")).toHaveText(story.standfirst);
    await expectDirection(row.locator(".headline"), title.direction);
    await row.click();
    await expect(reader.headline).toHaveText(story.headline);
    await expect(page.locator("bs-reading-pane .author")).toContainText(story.author);
    const paragraphs = story.html.split(/<\/?p>/).filter(Boolean);
    await expect(reader.body.locator(".text p")).toHaveText(paragraphs);
    await expect(page.locator("bs-reading-pane article")).toHaveAttribute("lang", title.language);
    await expect(reader.body).toHaveAttribute("lang", title.language);
    await expectDirection(reader.headline, title.direction);
    await expectDirection(reader.body.locator(".text"), title.direction);
  }
}

async function expectDirection(element: Locator, direction: "ltr" | "rtl"): Promise<void> {
  await expect(element).toHaveCSS("direction", direction);
}

function addTitles(newsstand: Newsstand): void {
  for (const title of scriptTitles) newsstand.add(title);
}

test("titles in every script and encoding read right in list and article, with the network and without", async ({
  play,
  open,
  openFilled,
}) => {
  test.setTimeout(240_000);
  const newsstand = await play({ publishers: 0 });
  addTitles(newsstand);
  const first = await openFilled(newsstand);
  await expectReadRight(first.reader, scriptTitles);
  await first.program.close();

  await newsstand.close();
  const second = await open();
  await expectReadRight(second.reader, scriptTitles);
  expect(second.reader.leftTheApp).toEqual([]);
  await second.program.close();
});

test("a title in the script of its publisher is found, named and followed by its address", async ({
  play,
  open,
}) => {
  const newsstand = await play({ publishers: 0 });
  addTitles(newsstand);
  const { reader, program } = await open();
  for (const slug of ["haigang", "namal", "port-koi"]) {
    const title = scriptTitles.find((one) => one.slug === slug);
    await reader.page
      .getByLabel("Address of a feed or of a site")
      .fill(newsstand.publisher(slug).siteAddress);
    await reader.page.getByRole("button", { name: "Look", exact: true }).click();
    await reader.page.getByRole("button", { name: `Follow: ${title?.title ?? ""}` }).click();
    await expect(reader.source(title?.title ?? "")).toBeVisible();
    if (!(await reader.page.getByRole("dialog").isVisible())) {
      await reader.tool("Add titles").first().click();
    }
  }
  await program.close();
});
