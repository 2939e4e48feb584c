import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  startNewsstand,
  type Newsstand,
  type PublisherDefinition,
} from "../../newsstand/newsstand.ts";
import { encodePng } from "../../newsstand/pictures/encode-png.ts";
import {
  startApplication,
  type RunningApplication,
  type StartOptions,
} from "./start-application.ts";

const day = 86_400_000;

/** Squares of one colour, told apart by it. */
const png = (side: number, colour: number, height = side): Uint8Array =>
  encodePng(side, height, new Uint8ClampedArray(side * height * 3).fill(colour));
const picture = (body: Uint8Array | string, contentType = "image/png") => ({ body, contentType });
const page = (head: string) => ({
  body: `<!doctype html><head><title>Paper</title>${head}</head><body>News</body>`,
  contentType: "text/html",
});
const notFound = { body: "not here", contentType: "text/plain", status: 404 };

async function newsstandOf(...definitions: readonly PublisherDefinition[]): Promise<Newsstand> {
  const newsstand = await startNewsstand({ publishers: 0 });
  onTestFinished(() => newsstand.close());
  for (const definition of definitions) newsstand.add(definition);
  return newsstand;
}

async function read(newsstand: Newsstand, options?: StartOptions): Promise<RunningApplication> {
  const running = await startApplication(options);
  await running.application.followOutline(newsstand.opml());
  await running.settled();
  return running;
}

/** What was asked for besides feeds, in order, as `host/path`. */
const asked = (newsstand: Newsstand): string[] =>
  newsstand
    .requests()
    .filter(({ kind }) => kind !== "feed")
    .map(({ host, path }) => host.replace(/\.localhost:\d+$/, "") + path);

const icons = async ({ ask }: RunningApplication) =>
  (await ask("sources.list", {})).feeds.map(({ icon }) => icon);

describe("an icon", () => {
  it("is found on the page of the title's site, and costs a page and a picture", async () => {
    const newsstand = await newsstandOf({ slug: "paper" });
    const running = await read(newsstand);
    const [icon] = await icons(running);
    expect(icon).toMatchObject({ media: expect.stringMatching(/\.svg$/) as string, dark: null });
    expect(asked(newsstand)).toEqual(["paper/", "paper/icon.svg"]);
    expect(newsstand.etiquette().breaches).toBe(0);
    expect(newsstand.etiquette().checks.find(({ name }) => name === "icon-once")?.occasions).toBe(
      1,
    );
  });

  it("is never looked for again once it is there, nor by the next start", async () => {
    const newsstand = await newsstandOf({ slug: "paper" });
    let ahead = 0;
    const now = () => Date.now() + ahead;
    const running = await read(newsstand, { now });
    const before = await icons(running);
    const requests = asked(newsstand).length;
    ahead = 400 * day;
    running.application.wake();
    await running.settled();
    expect(asked(newsstand)).toHaveLength(requests);
    expect(await icons(running)).toEqual(before);
  });

  it("is shared by the titles of a site", async () => {
    const resources = {
      "/sport.xml": {
        body: `<rss><channel><title>Sport</title><link>/</link></channel></rss>`,
        contentType: "application/rss+xml",
      },
    };
    const newsstand = await newsstandOf({ slug: "paper", resources });
    const running = await read(newsstand);
    const sport = newsstand.publisher("paper").siteAddress + "sport.xml";
    const outline = `<opml version="2.0"><body><outline type="rss" xmlUrl="${sport}"/></body></opml>`;
    await running.application.followOutline(outline);
    await running.settled();
    const [one, other] = await icons(running);
    expect(other).toEqual(one);
    expect(asked(newsstand).filter((path) => path !== "paper/sport.xml")).toHaveLength(2);
  });

  it("has another for dark windows where the publisher has one", async () => {
    const head = `<link rel=icon href=/light.png sizes=64x64>
      <link rel=icon href=/dark.png sizes=64x64 media="(prefers-color-scheme: dark)">`;
    const resources = {
      "/": page(head),
      "/light.png": picture(png(64, 30)),
      "/dark.png": picture(png(64, 200)),
    };
    const running = await read(await newsstandOf({ slug: "paper", resources }));
    const [icon] = await icons(running);
    expect(icon?.dark).toMatch(/\.png$/);
    expect(icon?.dark).not.toBe(icon?.media);
  });

  it("may be a drawing with a script, which is stored as it is and only ever shown as a picture", async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>`;
    const resources = { "/icon.svg": picture(drawing, "image/svg+xml") };
    const running = await read(await newsstandOf({ slug: "paper", resources }));
    expect((await icons(running))[0]?.media).toMatch(/\.svg$/);
  });

  it("comes out of the manifest where the page names none that is good", async () => {
    const manifest = JSON.stringify({ icons: [{ src: "/192.png", sizes: "192x192" }] });
    const resources = {
      "/": page(`<link rel=icon href=/favicon.ico><link rel=manifest href=/app.json>`),
      "/app.json": { body: manifest, contentType: "application/manifest+json" },
      "/192.png": picture(png(192, 90)),
    };
    const newsstand = await newsstandOf({ slug: "paper", resources });
    const running = await read(newsstand);
    expect((await icons(running))[0]).not.toBeNull();
    expect(asked(newsstand)).toEqual(["paper/", "paper/app.json", "paper/192.png"]);
  });

  it("is the feed's own on a platform, whose page is not asked for", async () => {
    const newsstand = await newsstandOf();
    const body = `<rss><channel><title>Ann</title><link>https://mastodon.social/@ann</link>
      <image><url>http://town.localhost:${newsstand.port}/own.png</url></image></channel></rss>`;
    const resources = { "/own.png": picture(png(96, 50)) };
    newsstand.add({ slug: "town", body, contentType: "application/rss+xml", resources });
    const { feedAddress } = newsstand.publisher("town");
    const outline = `<opml version="2.0"><body><outline type="rss" xmlUrl="${feedAddress}"/></body></opml>`;
    const running = await startApplication();
    await running.application.followOutline(outline);
    await running.settled();
    expect((await icons(running))[0]?.media).toMatch(/\.png$/);
    expect(asked(newsstand)).toEqual(["town/own.png"]);
  });

  it("costs no second page where the search for feeds has just fetched it", async () => {
    const newsstand = await newsstandOf({ slug: "paper" });
    const running = await startApplication();
    const { siteAddress } = newsstand.publisher("paper");
    const { candidates } = await running.ask("sources.discover", { address: siteAddress });
    const feeds = candidates.map(({ address }) => ({ address }));
    await running.ask("sources.follow", { feeds, folderId: null });
    await running.settled();
    expect((await icons(running))[0]).not.toBeNull();
    expect(asked(newsstand)).toEqual(["paper/", "paper/icon.svg"]);
    expect(newsstand.etiquette().breaches).toBe(0);
  });
});

describe("where there is no icon", () => {
  const head = [1, 2, 3, 4, 5].map((at) => `<link rel=icon href=/${at}.png>`).join("");

  it.each([
    ["everything is missing", {}, notFound],
    ["pages come in place of pictures", {}, page("")],
    ["pictures are banners", {}, picture(png(90, 9, 20))],
    ["pictures have five megabytes", {}, picture(Buffer.concat([png(64, 5), Buffer.alloc(5e6)]))],
    ["the page is missing too", { "/": notFound }, notFound],
  ])("because %s, a look costs little and is not repeated for 30 days", async (_, more, answer) => {
    const resources = Object.fromEntries(
      ["/1.png", "/2.png", "/3.png", "/4.png", "/5.png", "/favicon.ico", "/icon.png"].map(
        (path) => [path, answer],
      ),
    );
    const newsstand = await newsstandOf({
      slug: "paper",
      resources: { "/": page(head), ...resources, ...more },
    });
    let ahead = 0;
    const running = await read(newsstand, { now: () => Date.now() + ahead });
    expect(await icons(running)).toEqual([null]);
    const first = asked(newsstand);
    expect(first.length).toBeLessThanOrEqual(4);
    ahead = 29 * day;
    running.application.wake();
    await running.settled();
    expect(asked(newsstand)).toEqual(first);
    ahead = 31 * day;
    running.application.wake();
    await running.settled();
    expect(asked(newsstand).length).toBeGreaterThan(first.length);
    expect(running.logged).toEqual([]);
  });

  it("because it would lie in a private network, nobody is asked there", async () => {
    const inside = await newsstandOf({ slug: "inside" });
    const resources = {
      "/": page(
        `<link rel=icon sizes=64x64 href="http://127.0.0.1:${inside.port}/icon.png">
         <link rel=icon sizes=48x48 href="http://inside.localhost:${inside.port}/icon.png">`,
      ),
      "/favicon.ico": notFound,
    };
    const newsstand = await newsstandOf({ slug: "paper", resources });
    const running = await read(newsstand);
    expect(await icons(running)).toEqual([null]);
    expect(inside.requests()).toEqual([]);
  });

  it("because somebody keeps no pictures, nobody is asked until they do", async () => {
    const newsstand = await newsstandOf({ slug: "paper" });
    const running = await startApplication();
    await running.ask("settings.change", { keepPictures: false });
    await running.application.followOutline(newsstand.opml());
    await running.settled();
    expect(asked(newsstand)).toEqual([]);
    await running.ask("settings.change", { keepPictures: true });
    await running.settled();
    expect((await icons(running))[0]).not.toBeNull();
  });

  it("because the host wants peace, it is left alone, and asked when that is over", async () => {
    const newsstand = await newsstandOf({
      slug: "paper",
      resources: { "/": { ...page(""), status: 429 } },
    });
    let ahead = 0;
    const running = await read(newsstand, { now: () => Date.now() + ahead });
    expect(asked(newsstand)).toEqual(["paper/"]);
    running.application.wake();
    await running.settled();
    expect(asked(newsstand)).toEqual(["paper/"]);
    ahead = 2 * 3_600_000;
    running.application.wake();
    await running.settled();
    expect(asked(newsstand).length).toBeGreaterThan(1);
  });
});

describe("looking for icons", () => {
  const papers = ["a", "b", "c", "d", "e", "f"].map((slug) => ({ slug }));

  it("goes on where the last run was ended", async () => {
    const newsstand = await newsstandOf(...papers);
    const running = await startApplication();
    await running.application.followOutline(newsstand.opml());
    await expect.poll(() => asked(newsstand).length, { timeout: 10_000 }).toBeGreaterThan(3);
    await running.stop();
    const again = await startApplication({ folder: running.folder });
    again.application.wake();
    await again.settled();
    expect(await icons(again)).not.toContain(null);
    const pictures = asked(newsstand).filter((path) => path.endsWith("icon.svg"));
    expect(pictures.length, "an icon that was had is not fetched again").toBeLessThanOrEqual(9);
    expect(new Set(pictures).size).toBe(6);
  });

  it("fetches anew what is no longer on this disk", async () => {
    const newsstand = await newsstandOf({ slug: "paper" });
    const running = await read(newsstand);
    const [icon] = await icons(running);
    await running.stop();
    const again = await startApplication({ folder: running.folder });
    const path = vi.spyOn(again.library.pictures, "path").mockResolvedValueOnce(null);
    again.application.wake();
    await expect.poll(() => asked(newsstand), { timeout: 10_000 }).toHaveLength(4);
    await again.settled();
    expect(path).toHaveBeenCalledTimes(1);
    expect(await icons(again)).toEqual([icon]);
  });

  it("does not take a missing network for missing icons", async () => {
    const newsstand = await newsstandOf(...papers);
    const running = await read(newsstand, { isOnline: () => false });
    expect(asked(newsstand)).toEqual([]);
    expect(running.library.feeds.followed().map(({ icon }) => icon)).toEqual(
      papers.map(() => null),
    );
  });

  it("keeps what was found when the title is unfollowed and followed again", async () => {
    const newsstand = await newsstandOf({ slug: "paper" });
    const running = await read(newsstand);
    const before = await icons(running);
    const [feed] = (await running.ask("sources.list", {})).feeds;
    if (feed === undefined) throw new Error("nothing is followed");
    const { undoId } = await running.ask("sources.unfollow", { feedIds: [feed.id] });
    await running.ask("undo.perform", { undoId: undoId ?? "" });
    await running.settled();
    expect(await icons(running)).toEqual(before);
    expect(asked(newsstand)).toHaveLength(2);
  });

  it("ends when the disk takes nothing, and begins again when it does", async () => {
    const newsstand = await newsstandOf(...papers);
    const running = await startApplication();
    const full = vi.spyOn(running.library.pictures, "store").mockRejectedValue(new Error("full"));
    await running.application.followOutline(newsstand.opml());
    await running.settled();
    expect(await icons(running)).toEqual(papers.map(() => null));
    expect(running.logged.join()).toContain("full");
    full.mockRestore();
    running.application.wake();
    await running.settled();
    expect(await icons(running)).not.toContain(null);
  });
});
