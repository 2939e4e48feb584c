import { createServer } from "node:http";
import { writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import type { ReaderPage } from "./reader-page.ts";

const names = ["lighthouse", "bath", "museum", "bridge"];

const said = (about: string, count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p>${at}: The ${about} was opened on Monday, said the keeper, after two years of work, and nobody was as glad as the neighbours were.</p>`,
  ).join("");

/** Readers' letters look more like an article here than the article does. */
const pageOf = (name: string): string => `<!doctype html><html lang="en"><head>
<title>About the ${name}</title><script>document.title = "ran"</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article class="letters"><h2>Letters</h2>${said("letter box", 14)}</article>
<div class="news-item" onclick="document.title = 'ran'"><h2>About the ${name}</h2>${said(name, 5)}</div>
<img src="/counts.gif"></body></html>`;

/** A publisher whose pages fool the reader. */
async function publish(): Promise<{ address: string; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    if (path === "/feed") {
      const items = names.map(
        (name) =>
          `<item><guid>${name}</guid><title>About the ${name}</title><link>/${name}</link><description>Opened.</description></item>`,
      );
      response.end(
        `<rss version="2.0"><channel><title>The Fooling Post</title><link>/</link>${items.join("")}</channel></rss>`,
      );
    } else if (names.includes(path.slice(1))) {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(pageOf(path.slice(1)));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A text that is on screen stays there when a better one comes: the article is opened until it is right. */
async function expectRight({ rows, body }: ReaderPage): Promise<void> {
  for (const [at, name] of names.entries()) {
    const other = names[(at + 1) % names.length] ?? "";
    await expect(async () => {
      await rows.filter({ hasText: `About the ${other}` }).click();
      await expect(body).toContainText(`4: The ${other} was opened`);
      await rows.filter({ hasText: `About the ${name}` }).click();
      await expect(body).toContainText(`4: The ${name} was opened`);
      await expect(body).not.toContainText("letter box", { timeout: 500 });
    }).toPass({ timeout: 15_000 });
  }
}

test("a reader shows where the article is; all articles of the title come right and stay so", async ({
  open,
  dataFolder,
}) => {
  const publisher = await publish();
  const outline = join(dataFolder, "titles.opml");
  const line = `<outline type="rss" text="The Fooling Post" xmlUrl="${publisher.address}/feed"/>`;
  await writeFile(outline, `<opml version="2.0"><body>${line}</body></opml>`);
  const first = await open({ arguments: ["--follow", outline] });
  const { page } = first.reader;
  const lighthouse = first.reader.rows.filter({ hasText: "About the lighthouse" });
  await lighthouse.click();
  await expect(first.reader.headline).toHaveText("About the lighthouse");

  await lighthouse.click({ button: "right" });
  await page.getByRole("menuitem", { name: "The text is wrong…" }).click();
  const dialog = page.locator("bs-extraction-dialog");
  const block = dialog.locator(".page p").filter({ hasText: "2: The lighthouse" });
  await expect(dialog.getByRole("dialog", { name: "Where is the article?" })).toBeVisible();
  await block.hover();
  await expect(dialog.locator("[data-pointed]")).toContainText("2: The lighthouse");
  await block.click();
  await expect(dialog.locator(".preview")).toContainText("4: The lighthouse");
  await expect(dialog.locator(".preview")).not.toContainText("letter box");
  await dialog.getByRole("button", { name: "Use this block" }).click();
  await expect(dialog.getByRole("dialog")).toBeHidden();
  await expect(page).not.toHaveTitle("ran");
  await expect.poll(() => names.every((name) => publisher.asked.includes(`/${name}`))).toBe(true);
  await first.reader.allReady();
  await page.keyboard.press("Escape");
  await first.reader.rows.filter({ hasText: "About the museum" }).click();
  await expectRight(first.reader);
  expect(publisher.asked).not.toContain("/counts.gif");
  expect(first.reader.leftTheApp).toEqual([]);
  await first.program.close();

  publisher.close();
  const second = await open();
  await expectRight(second.reader);
  await second.reader.source("The Fooling Post").click({ button: "right" });
  await expect(
    second.reader.page.getByRole("menuitem", { name: "Find the article by itself again" }),
  ).toBeVisible();
  await second.program.close();
});
