import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

async function expectNoFindings(page: Page, view: string): Promise<void> {
  // Axe finds fault with colours half-way through a transition.
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`,
  );
  expect(findings, view).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in any view, ${colorScheme}`, async ({ play, openFilled, open }) => {
    test.setTimeout(300_000);
    const welcome = await open({ colorScheme });
    await expect(welcome.reader.page.getByRole("heading", { name: "Broadsheet" })).toBeVisible();
    await expectNoFindings(welcome.reader.page, "welcome");
    await welcome.program.close();

    const newsstand = await play();
    newsstand.publishers[0]?.behave({ pictures: "missing" });
    newsstand.add({ slug: "broken", body: "<html>no feed", contentType: "text/html" });
    const { reader, program } = await openFilled(newsstand, { colorScheme });
    const { page } = reader;
    await reader.source("All articles").click();
    await expectNoFindings(page, "list, nothing open");
    await reader.rows.first().click();
    await expectNoFindings(page, "article");
    await page.keyboard.press("?");
    await expectNoFindings(page, "keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+,");
    for (const section of ["Reading", "Refreshing", "Offline", "Storage", "Your data"]) {
      await page.getByRole("button", { name: section, exact: true }).click();
      await expectNoFindings(page, `settings, ${section}`);
    }
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    for (const tab of ["Address", "Catalogue", "OPML file"]) {
      await page.getByRole("radio", { name: tab }).check({ force: true });
      await expectNoFindings(page, `add titles, ${tab}`);
    }
    await page.keyboard.press("Escape");
    await reader.source("Bookmarks").click();
    await expectNoFindings(page, "no bookmarks");
    await reader.source(newsstand.publishers[1]?.title ?? "").click({ button: "right" });
    await expectNoFindings(page, "menu of a title");
    await page.keyboard.press("Escape");
    await program.close();
  });
}
