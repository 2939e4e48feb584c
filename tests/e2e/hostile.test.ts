import { existsSync, readFileSync } from "node:fs";
import type { Bridge } from "../../preload/contract/contract.ts";
import { ask } from "../unit/newsstand/ask.ts";
import { expect, test } from "./fixtures.ts";
import type { ReaderPage } from "./reader-page.ts";

declare global {
  interface Window {
    readonly broadsheet: Bridge;
  }
}

/** Opens every article; nothing of them runs, loads, leads away or lies over the window. */
async function expectHarmless(reader: ReaderPage): Promise<void> {
  const { page } = reader;
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const address = page.url();
  const title = await page.title();
  await reader.source("All articles").click();
  const count = await reader.articleCount();
  await reader.rows.first().click();
  for (let index = 1; index <= count; index += 1) {
    await reader.expectOpen(index - 1, count);
    const dangerous = await reader.body.evaluateAll((bodies) =>
      bodies.flatMap((body) =>
        [...(body.shadowRoot ?? body).querySelectorAll("*")]
          .filter(
            (element) =>
              /^(?:script|iframe|object|embed|form|input|button|style|link|meta|base|svg|video|audio)$/.test(
                element.localName,
              ) ||
              element
                .getAttributeNames()
                .some((name) => name.startsWith("on") || name === "style") ||
              /^(?:javascript|vbscript|data|file):/i.test(element.getAttribute("href") ?? "") ||
              (element.localName === "img" &&
                !(element.getAttribute("src") ?? "media/").startsWith("media/")),
          )
          .map((element) => element.outerHTML.slice(0, 200)),
      ),
    );
    expect(dangerous).toEqual([]);
    await page.keyboard.press("j");
  }
  // The sidebar is still on top, and the page is where it was.
  await reader.source("Bookmarks").click();
  await expect(reader.source("Bookmarks")).toHaveAttribute("aria-selected", "true");
  expect(page.url()).toBe(address);
  expect(dialogs).toEqual([]);
  expect(reader.leftTheApp).toEqual([]);
  expect(await page.title()).toBe(title);
}

test("hostile articles do nothing, load nothing and cover nothing", async ({
  play,
  openFilled,
}) => {
  const newsstand = await play({ publishers: 3, articlesPerPublisher: 8 });
  for (const publisher of newsstand.publishers) {
    publisher.behave({ hostile: true });
    // The attacks really are in what the program is given; each of them would set the title.
    const { body } = await ask(publisher.feedAddress);
    expect(body.toString("latin1")).toMatch(/onerror=.{0,12}document\.title/);
  }
  const { reader, program } = await openFilled(newsstand);
  await expectHarmless(reader);
  await program.close();
});

test("hostile pages of shortened feeds do nothing, load nothing and cover nothing", async ({
  play,
  openFilled,
}) => {
  const newsstand = await play({ publishers: 0 });
  const prose = (index: number): string =>
    `<p>Paragraph ${index}: the council of the old harbour met once more on Tuesday evening and looked closely at the plan for a second bridge, which nobody had asked for.</p>`.repeat(
      5,
    );
  const { feedAddress, stories } = newsstand.add({
    slug: "hostile-pages",
    format: "rss-summary",
    behaviour: { hostile: true },
    stories: Array.from({ length: 6 }, (_, index) => ({
      headline: `Story ${index}`,
      standfirst: "What it is about …",
      html: prose(index),
    })),
  });
  expect((await ask(feedAddress)).body.toString()).not.toContain("Paragraph");
  const { reader, program } = await openFilled(newsstand);
  await reader.settled();
  const asked = new Set(newsstand.requests().map(({ path }) => path));
  expect(stories.filter(({ address }) => !asked.has(new URL(address).pathname))).toEqual([]);
  await reader.source("All articles").click();
  await reader.rows.first().click();
  // It is the page that is looked at, not the feed.
  await expect(reader.body).toContainText("Paragraph");
  await expectHarmless(reader);
  await program.close();
});

const collection = new URL("../../../shared/corpora/xss/vectors.json", import.meta.url);

test("attack vectors of public collections on pages do nothing in the window", async ({
  play,
  openFilled,
}) => {
  test.skip(!existsSync(collection), "the collection is not on this machine");
  test.setTimeout(180_000);
  const vectors = (JSON.parse(readFileSync(collection, "utf8")) as { s: string }[]).map(
    ({ s }) => s,
  );
  const newsstand = await play({ publishers: 0 });
  // As many pages of a title as are asked for at once.
  const [hosts, pagesOfHost] = [6, 10];
  const share = Math.ceil(vectors.length / (hosts * pagesOfHost));
  const sentence =
    "The council of the old harbour met once more on Tuesday evening and looked closely at the plan for a second bridge, which nobody had asked for.";
  for (let host = 0; host < hosts; host += 1) {
    newsstand.add({
      slug: `vectors-${host}`,
      format: "rss-summary",
      stories: Array.from({ length: pagesOfHost }, (_, index) => {
        const start = (host * pagesOfHost + index) * share;
        const attacks = vectors.slice(start, start + share);
        return {
          headline: `Vectors from ${start}`,
          standfirst: "What it is about …",
          html: `<p>${sentence}</p>`.repeat(5) + attacks.map((one) => `<div>${one}</div>`).join(""),
        };
      }),
    });
  }
  const { reader, program } = await openFilled(newsstand);
  await expectHarmless(reader);
  await program.close();
});

test("a link leaves by one door only", async ({ play, openFilled }) => {
  const newsstand = await play({ publishers: 1 });
  newsstand.add({
    slug: "links",
    stories: [
      {
        headline: "Links of every kind",
        html: `<p>Some text before. <a href="https://example.com/page">A page</a>
          <a href="javascript:alert(1)">Script</a> <a href="file:///etc/passwd">File</a>
          <a href="mailto:desk@example.com">Mail</a></p>`,
      },
    ],
  });
  const { reader, program } = await openFilled(newsstand);
  await reader.rows.filter({ hasText: "Links of every kind" }).click();
  await reader.page.getByRole("link", { name: "A page" }).click();
  await expect.poll(() => program.openedExternally()).toEqual(["https://example.com/page"]);
  await expect(reader.page.getByRole("link", { name: "Script" })).toHaveCount(0);
  await expect(reader.page.getByRole("link", { name: "File" })).toHaveCount(0);
  const refused = await reader.page.evaluate(() =>
    window.broadsheet.request("links.open", { address: "file:///etc/passwd" }),
  );
  expect(refused).toMatchObject({ ok: false, error: { code: "refused-address" } });
  expect(await program.openedExternally()).toEqual(["https://example.com/page"]);
  await program.close();
});

test("the window reaches nothing outside, whatever a page tries", async ({ open, play }) => {
  const newsstand = await play();
  const { program } = await open();
  const { page } = program;
  const reached = await page.evaluate(async (address) => {
    const tries = [
      fetch(address).then(
        () => "fetch",
        () => null,
      ),
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => {
          resolve("image");
        };
        image.onerror = () => {
          resolve(null);
        };
        image.src = `${address}/picture.png`;
      }),
    ];
    return (await Promise.all(tries)).filter((result) => result !== null);
  }, newsstand.origin);
  expect(reached).toEqual([]);
  await page.evaluate((address) => {
    window.open(address);
    location.href = address;
  }, newsstand.origin);
  await page.waitForTimeout(500);
  expect(page.url()).not.toContain(newsstand.origin);
  expect(newsstand.requests()).toEqual([]);
  await program.close();
});
