import { Parser } from "htmlparser2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDemo } from "../../newsstand/demo.ts";
import { startNewsstand } from "../../newsstand/newsstand.ts";
import type { Newsstand, Publisher } from "../../newsstand/newsstand.ts";
import { ask } from "./ask.ts";

const now = Date.UTC(2026, 10, 23, 12);
let newsstand: Newsstand;

beforeAll(async () => {
  newsstand = await startNewsstand({ now, clock: () => now });
});

afterAll(async () => {
  await newsstand.close();
});

function title(find: (publisher: Publisher) => boolean): Publisher {
  const found = newsstand.publishers.find(find);
  if (found === undefined) throw new Error("no such title");
  return found;
}

/** Names of the elements in a document, or an error when they do not nest. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentagname: (name) => {
        names.push(name);
        open.push(name);
      },
      onclosetag: (name, isImplied) => {
        if (isImplied && !xml.includes(`<${name}`)) throw new Error(`<${name}> is implied`);
        if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  if (open.length > 0) throw new Error(`<${open.join("><")}> left open`);
  return names;
}

test.each([
  ["rss", "item"],
  ["rss-summary", "item"],
  ["atom", "entry"],
  ["rdf", "item"],
] as const)("%s feeds nest and hold every story", async (format, item) => {
  const publisher = title((candidate) => candidate.format === format);
  const { status, body } = await ask(publisher.feedAddress);
  expect(status).toBe(200);
  const names = elementsOf(body.toString());
  expect(names.filter((name) => name === item)).toHaveLength(20);
  expect(names.filter((name) => name === "content:encoded" || name === "content")).toHaveLength(
    format === "rss-summary" ? 0 : 20,
  );
});

test("JSON feeds parse and hold every story", async () => {
  const publisher = title((candidate) => candidate.format === "json");
  const { body, headers } = await ask(publisher.feedAddress);
  expect(headers["content-type"]).toContain("application/feed+json");
  expect(JSON.parse(body.toString())).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    title: publisher.title,
    items: publisher.stories.map(({ id, headline }) => ({ id, title: headline })),
  });
});

test("every title's feed answers", async () => {
  for (const publisher of newsstand.publishers) {
    const { status, body } = await ask(publisher.feedAddress);
    expect(status, publisher.title).toBe(200);
    expect(body.length, publisher.title).toBeGreaterThan(2000);
  }
});

test("declared charsets are the true ones", async () => {
  for (const [slug, charset] of [
    ["alpenbote", "windows-1252"],
    ["le-matin-de-valbrune", "iso-8859-1"],
  ] as const) {
    const publisher = newsstand.publisher(slug);
    const { body, headers } = await ask(publisher.feedAddress);
    expect(headers["content-type"]).toContain(charset);
    const text = new TextDecoder(charset, { fatal: true }).decode(body);
    expect(text).toContain(`encoding="${charset}"`);
    expect(text).toMatch(/[äéè]/);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(body)).toThrow();
  }
});

test("the home page announces the feed, article pages hold the story, pictures and icons come", async () => {
  const publisher = title(
    ({ stories, format }) =>
      format === "rss" && stories.some(({ pictures }) => pictures.length > 0),
  );
  const home = (await ask(publisher.siteAddress)).body.toString();
  expect(home).toContain(`rel="alternate" type="application/rss+xml"`);
  const story = publisher.stories.find(({ pictures }) => pictures.length > 0);
  const page = await ask(story?.address ?? "");
  expect(page.status).toBe(200);
  expect(page.body.toString()).toContain(story?.html);
  const picture = await ask(story?.pictures[0]?.address ?? "");
  expect(picture.headers["content-type"]).toMatch(/^image\/(png|svg\+xml)$/);
  expect((await ask(`${publisher.siteAddress}favicon.ico`)).headers["content-type"]).toBe(
    "image/png",
  );
  expect((await ask(`${publisher.siteAddress}nothing-here`)).status).toBe(404);
});

test("unknown hosts get the list of titles", async () => {
  const listing = await ask(`http://nobody.localhost:${newsstand.port}/`);
  expect(listing.body.toString()).toContain("The Harbour Times");
  const opml = (await ask(`${newsstand.origin}/opml`)).body.toString();
  expect(opml).toBe(newsstand.opml());
  const entries = elementsOf(opml).filter((name) => name === "outline");
  expect(entries.length).toBeGreaterThan(newsstand.publishers.length);
});

test("the same seed, port and moment give the same bytes, another seed others", async () => {
  const first = await feedBytes(7);
  const again = await feedBytes(7, first.port);
  const other = await feedBytes(8, first.port);
  expect(again.bytes.equals(first.bytes)).toBe(true);
  expect(other.bytes.equals(first.bytes)).toBe(false);
});

async function feedBytes(seed: number, port = 0): Promise<{ bytes: Buffer; port: number }> {
  const stand = await startNewsstand({ seed, port, now, publishers: 4 });
  const replies = await Promise.all(stand.publishers.map(({ feedAddress }) => ask(feedAddress)));
  await stand.close();
  return { bytes: Buffer.concat(replies.map(({ body }) => body)), port: stand.port };
}

test("300 titles start at once and write nothing before they are asked", async () => {
  const began = performance.now();
  const stand = await startNewsstand({ publishers: 300, now });
  const took = performance.now() - began;
  expect(new Set(stand.publishers.map(({ slug }) => slug)).size).toBe(300);
  expect(took).toBeLessThan(200);
  expect(stand.publishers[299]?.stories).toHaveLength(20);
  await stand.close();
});

test("plain titles have short stories without pictures", async () => {
  const stand = await startNewsstand({
    publishers: 2,
    articlesPerPublisher: 3,
    lifelike: false,
    now,
  });
  expect(stand.publishers[0]?.stories.map(({ pictures }) => pictures.length)).toEqual([0, 0, 0]);
  expect(stand.publishers[0]?.stories[0]?.published).toBeLessThan(now);
  await stand.close();
});

test("the demonstration has three dozen titles in folders", async () => {
  const { newsstand: stand, titles } = await startDemo();
  expect(titles.length).toBeGreaterThanOrEqual(36);
  expect(titles[0]).toMatchObject({ title: "The Harbour Times", folder: "Front pages" });
  expect(new URL(titles[0]?.address ?? "").port).toBe(String(stand.port));
  await stand.close();
});
