import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

test("bookmarks are exported as a page, a book and a folder, also without a network", async ({
  play,
  openFilled,
  open,
}) => {
  const newsstand = await play();
  const { reader, program } = await openFilled(newsstand);
  await reader.source("All articles").click();
  await reader.rows.first().click();
  const headline = (await reader.headline.innerText()).trim();
  await reader.page.keyboard.press("b");
  await expect(reader.tool("Bookmark")).toHaveAttribute("aria-pressed", "true");
  await program.close();
  await newsstand.close();

  const folder = mkdtempSync(join(tmpdir(), "broadsheet-export-"));
  const second = await open();
  const { page } = second.reader;
  try {
    for (const [format, name] of [
      ["One web page", "page.html"],
      ["A book (EPUB)", "book.epub"],
      ["A folder of Markdown files", ""],
    ] as const) {
      await second.program.answer(
        name === ""
          ? { dialog: "open", path: folder }
          : { dialog: "save", path: join(folder, name) },
      );
      await second.reader.source("Bookmarks").click({ button: "right" });
      await page.getByRole("menuitem", { name: "Export…" }).click();
      const dialog = page.getByRole("dialog", { name: "Export bookmarks" });
      await page.getByRole("radio", { name: format }).check();
      await page.getByRole("button", { name: "Export…", exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText(/^1 bookmark was written to /).last()).toBeVisible();
    }
    const html = readFileSync(join(folder, "page.html"), "utf8");
    expect(html).toContain("data:image/");
    expect(html).toContain(headline.replaceAll("&", "&amp;"));
    expect(readFileSync(join(folder, "book.epub")).subarray(30, 58).toString()).toBe(
      "mimetypeapplication/epub+zip",
    );
    const [made = ""] = readdirSync(folder).filter((name) => name.startsWith("Broadsheet"));
    const files = readdirSync(join(folder, made));
    expect(files).toContain("pictures");
    expect(files.filter((name) => name.endsWith(".md"))).toHaveLength(1);
    expect(second.reader.leftTheApp).toEqual([]);
  } finally {
    await second.program.kill();
    rmSync(folder, { recursive: true });
  }
});
