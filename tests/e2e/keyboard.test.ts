import { expect, test } from "./fixtures.ts";

test("everything by keyboard: follow, read, mark, bookmark, undo, help", async ({ play, open }) => {
  const newsstand = await play();
  const { reader, program } = await open();
  const { page } = reader;
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  // Follow a title from the welcome page, without the mouse.
  await page.getByLabel("Address of a feed or of a site").focus();
  await page.keyboard.type(newsstand.publishers[0]?.siteAddress ?? "");
  await press("Enter");
  await expect(page.getByRole("button", { name: /^Follow: / }).first()).toBeVisible();
  await press("Tab");
  while (
    !(await page
      .getByRole("button", { name: /^Follow: / })
      .first()
      .evaluate((button) => button.matches(":focus")))
  ) {
    await press("Tab");
  }
  await press("Enter");
  await reader.allReady();

  // j and k walk through the list; opening marks read.
  await press("2");
  await press("j");
  const first = await reader.headline.innerText();
  await press("j");
  await expect(reader.headline).not.toHaveText(first);
  await press("k");
  await expect(reader.headline).toHaveText(first);
  const selected = page.locator("[role=option][aria-selected=true]");
  await expect(selected).not.toContainText("Unread");

  // m and b.
  await press("m");
  await expect(selected).toContainText("Unread");
  await press("m");
  await expect(selected).not.toContainText("Unread");
  await press("b");
  await expect(reader.tool("Bookmark")).toHaveAttribute("aria-pressed", "true");
  await press("b");
  await expect(reader.tool("Bookmark")).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByText("The bookmark was removed.")).toBeVisible();
  await press("Control+z");
  await expect(reader.tool("Bookmark")).toHaveAttribute("aria-pressed", "true");

  // Space pages down, and at the end goes on to the next unread article.
  await press("3");
  for (let pages = 0; pages < 40 && (await reader.headline.innerText()) === first; pages += 1) {
    await press("Space");
    await page.waitForTimeout(50);
  }
  await expect(reader.headline).not.toHaveText(first);

  // Mark all read, and take it back.
  await press("Shift+A");
  await expect(page.getByText(/marked as read/)).toBeVisible();
  await expect(reader.source("Unread").locator(".count")).toHaveCount(0);
  await press("Control+z");
  await expect(reader.source("Unread").locator(".count")).toHaveCount(1);

  // The sidebar is a tree.
  await press("1");
  await press("Home");
  await press("ArrowDown");
  await press("Enter");
  await expect(reader.source("Unread")).toHaveAttribute("aria-selected", "true");

  // Help, and out again.
  await press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeHidden();

  // The original opens in the system's browser.
  await press("2");
  await press("j");
  await press("v");
  await expect
    .poll(async () => (await program.openedExternally()).join())
    .toContain(newsstand.publishers[0]?.host);
  await program.close();
});
