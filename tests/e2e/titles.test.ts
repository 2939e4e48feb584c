import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

test("the manager says in words how titles fare, and why one has to wait", async ({
  play,
  open,
  dataFolder,
}) => {
  // Hosts are told apart by their ports: what one asks for is not asked of the other.
  const calm = await play({ publishers: 2, articlesPerPublisher: 4 });
  const busy = await play({ publishers: 0 });
  const [healthy, failing] = calm.publishers;
  const paused = busy.add({ slug: "busy", title: "The Busy Bulletin", stories: [] });
  healthy?.behave({ headers: { "cache-control": "max-age=86400" } });
  failing?.behave({ status: 403 });
  paused.behave({ status: 429, retryAfter: 5400 });
  const lines = [...calm.publishers, paused].map(
    ({ title, feedAddress }) => `<outline type="rss" text="${title}" xmlUrl="${feedAddress}"/>`,
  );
  const outline = join(dataFolder, "titles.opml");
  await writeFile(outline, `<opml version="2.0"><body>${lines.join("")}</body></opml>`);
  const { reader, program } = await open({ arguments: ["--follow", outline] });
  const { page } = reader;
  await reader.settled();

  await page.keyboard.press("t");
  const grid = page.getByRole("grid", { name: "Titles" });
  const row = (title = "") =>
    grid.getByRole("row").filter({ has: page.getByText(title, { exact: true }) });
  await expect(row(healthy?.title)).toContainText("4 new");
  await expect(row(healthy?.title)).toContainText("the publisher asks for a day between visits");
  await expect(row(healthy?.title)).toContainText("4 of 4");
  await expect(row(failing?.title)).toContainText("refused: 403");
  await expect(row(failing?.title)).toContainText("tried again; failing since");
  await expect(row(paused.title)).toContainText("too busy: 429");
  await expect(row(paused.title)).toContainText("the server asked for peace until then");

  // By keyboard: choose, and ask for a visit twice within the minute.
  const asked = calm.requests().length;
  await grid.focus();
  await page.keyboard.type((healthy?.title ?? "").slice(0, 6));
  await expect(row(healthy?.title)).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: "Visit now" }).click();
  await expect(page.getByText(/was visited just now, and once a minute is enough/)).toBeVisible();
  expect(calm.requests().length).toBe(asked);

  await row(paused.title).click();
  await expect(page.getByRole("region", { name: "Details" })).toContainText(
    "refused with status 429",
  );
  await page.getByRole("button", { name: "Visit now" }).click();
  await expect(page.getByText(/its server asked to be left alone/)).toBeVisible();

  // What fails is found at a glance, and a double click leads to a title's articles.
  await page.getByRole("radio", { name: /^Failing 2/ }).check({ force: true });
  await expect(grid.getByRole("row")).toHaveCount(3);
  await page.getByRole("radio", { name: /^All 3/ }).check({ force: true });
  await row(healthy?.title).dblclick();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(reader.rows).toHaveCount(4);
  expect(reader.leftTheApp).toEqual([]);
  await program.close();
});
