import type { IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startNewsstand } from "../../newsstand/newsstand.ts";
import type { Newsstand, Publisher } from "../../newsstand/newsstand.ts";
import { ask } from "./ask.ts";

const start = Date.UTC(2026, 10, 23, 12);
let clock = start;
let newsstand: Newsstand;
let publisher: Publisher;

beforeAll(async () => {
  newsstand = await startNewsstand({ now: start, clock: () => clock, publishers: 2 });
  publisher = newsstand.publisher("harbour-times");
});

afterEach(() => {
  clock = start;
  newsstand.reset();
});

afterAll(async () => {
  await newsstand.close();
});

function validators(headers: IncomingHttpHeaders): Record<string, string> {
  return {
    "if-none-match": headers.etag ?? "",
    "if-modified-since": headers["last-modified"] ?? "",
  };
}

test("an unchanged feed answers 304, a changed one 200", async () => {
  const first = await ask(publisher.feedAddress);
  const again = await ask(publisher.feedAddress, { headers: validators(first.headers) });
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
  expect(again.headers.etag).toBe(first.headers.etag);
  clock += 60_000;
  const story = newsstand.publishStory("harbour-times", { headline: "A bridge opens" });
  expect(story.published).toBe(clock);
  const changed = await ask(publisher.feedAddress, { headers: validators(first.headers) });
  expect(changed.status).toBe(200);
  expect(changed.headers.etag).not.toBe(first.headers.etag);
  expect(changed.headers["last-modified"]).toBe(new Date(clock).toUTCString());
  expect(changed.body.toString()).toContain("A bridge opens");
  expect(publisher.stories).toHaveLength(21);
});

test("a date alone is enough for 304, a wrong entity tag is not", async () => {
  const first = await ask(publisher.feedAddress);
  const since = first.headers["last-modified"] ?? "";
  const byDate = await ask(publisher.feedAddress, { headers: { "if-modified-since": since } });
  expect(byDate.status).toBe(304);
  const wrong = { "if-none-match": '"other"', "if-modified-since": since };
  expect((await ask(publisher.feedAddress, { headers: wrong })).status).toBe(200);
});

test("stories are revised and withdrawn", async () => {
  const [first, second] = publisher.stories;
  newsstand.reviseStory("harbour-times", first?.id ?? "", { headline: "Corrected" });
  newsstand.withdrawStory("harbour-times", second?.id ?? "");
  expect(publisher.stories[0]).toMatchObject({
    id: first?.id,
    headline: "Corrected",
    updated: start,
  });
  expect(publisher.stories).toHaveLength(19);
  expect((await ask(second?.address ?? "")).status).toBe(404);
  newsstand.reset();
  expect(publisher.stories[0]?.headline).toBe(first?.headline);
  expect(publisher.stories).toHaveLength(20);
});

test.each([
  ["etag", true, false],
  ["last-modified", false, true],
  ["none", false, false],
] as const)("validators: %s", async (choice, hasTag, hasDate) => {
  publisher.behave({ validators: choice });
  const { headers } = await ask(publisher.feedAddress);
  expect(headers.etag !== undefined).toBe(hasTag);
  expect(headers["last-modified"] !== undefined).toBe(hasDate);
});

test("refusals carry Retry-After as seconds and as a date", async () => {
  publisher.behave({ status: 429, retryAfter: 120 });
  expect(await ask(publisher.feedAddress)).toMatchObject({
    status: 429,
    headers: { "retry-after": "120" },
  });
  publisher.behave({ status: 503, retryAfter: new Date(start) });
  expect((await ask(publisher.feedAddress)).headers["retry-after"]).toBe(
    new Date(start).toUTCString(),
  );
});

test("redirects point elsewhere", async () => {
  publisher.behave({ redirect: { status: 301, to: "/moved.xml" } });
  expect(await ask(publisher.feedAddress)).toMatchObject({
    status: 301,
    headers: { location: "/moved.xml" },
  });
});

test.each([
  ["gzip", gunzipSync],
  ["br", brotliDecompressSync],
  ["zstd", zstdDecompressSync],
] as const)("%s comes only where it is accepted", async (coding, decompress) => {
  const plain = await ask(publisher.feedAddress);
  publisher.behave({ compression: coding });
  const packed = await ask(publisher.feedAddress, { headers: { "accept-encoding": coding } });
  expect(packed.headers["content-encoding"]).toBe(coding);
  expect(decompress(packed.body).equals(plain.body)).toBe(true);
  expect((await ask(publisher.feedAddress)).headers["content-encoding"]).toBeUndefined();
});

test("connections are dropped, cut within the body, and never end", async () => {
  const whole = await ask(publisher.feedAddress);
  publisher.behave({ connection: "drop" });
  await expect(ask(publisher.feedAddress)).rejects.toThrow();
  publisher.behave({ connection: "truncate" });
  await expect(ask(publisher.feedAddress)).rejects.toThrow();
  publisher.behave({ connection: "endless" });
  const endless = await ask(publisher.feedAddress, { atMost: 4_000_000 });
  expect(endless.body.length).toBeGreaterThan(whole.body.length);
});

test("a hanging connection gives nothing until it is cut", async () => {
  publisher.behave({ connection: "hang" });
  await expect(ask(publisher.feedAddress, { patience: 100 })).rejects.toThrow("aborted");
  expect(newsstand.requests()[0]?.status).toBe(0);
});

test("bodies: a consent page, nothing, too much, and a wrong type", async () => {
  publisher.behave({ body: "html" });
  const page = await ask(publisher.feedAddress);
  expect(page.headers["content-type"]).toContain("text/html");
  expect(page.body.toString()).toContain("We value your privacy");
  publisher.behave({ body: "empty" });
  expect((await ask(publisher.feedAddress)).body).toHaveLength(0);
  publisher.behave({ body: "oversized" });
  const { headers } = await ask(publisher.feedAddress, { atMost: 1 });
  expect(Number(headers["content-length"])).toBeGreaterThan(40_000_000);
  publisher.behave({ body: "feed", contentType: "text/plain" });
  expect((await ask(publisher.feedAddress)).headers["content-type"]).toBe("text/plain");
});

test("a charset may be claimed wrongly", async () => {
  publisher.behave({ charset: "windows-1252", claimedCharset: "utf-8" });
  const { body, headers } = await ask(publisher.feedAddress);
  expect(headers["content-type"]).toContain("charset=utf-8");
  expect(() => new TextDecoder("utf-8", { fatal: true }).decode(body)).toThrow();
});

test("pictures are missing, pages in disguise, or single pixels", async () => {
  const address = `${publisher.siteAddress}pictures/harbour-1.svg`;
  expect((await ask(address)).status).toBe(200);
  publisher.behave({ pictures: "missing" });
  expect((await ask(address)).status).toBe(404);
  publisher.behave({ pictures: "html" });
  expect((await ask(address)).body.toString()).toContain("<!doctype html>");
  publisher.behave({ pictures: "pixel" });
  expect((await ask(address)).body.length).toBeLessThan(64);
});

test("hostile articles bring scripts and private addresses", async () => {
  publisher.behave({ hostile: true });
  const feed = (await ask(publisher.feedAddress)).body.toString();
  expect(feed).toContain("<script>");
  expect(feed).toContain("169.254.169.254");
  publisher.behave();
  expect((await ask(publisher.feedAddress)).body.toString()).not.toContain("<script>");
});

test("delays are kept", async () => {
  publisher.behave({ delay: 60 });
  const began = performance.now();
  await ask(publisher.feedAddress);
  expect(performance.now() - began).toBeGreaterThanOrEqual(55);
});

test("publishers are added with a feed of their own, and go with a reset", async () => {
  const added = newsstand.add({
    slug: "mine",
    body: "<rss/>",
    contentType: "text/xml",
    feedPath: "/news",
    resources: { "/page": { body: "a page", contentType: "text/html" } },
  });
  expect((await ask(added.feedAddress)).body.toString()).toBe("<rss/>");
  expect((await ask(`${added.siteAddress}page`)).body.toString()).toBe("a page");
  expect(() => newsstand.add({ slug: "mine" })).toThrow(RangeError);
  expect(() => newsstand.add({ slug: "not a host" })).toThrow(RangeError);
  newsstand.reset();
  expect(() => newsstand.publisher("mine")).toThrow(RangeError);
});

test("requests are recorded as they came", async () => {
  await ask(publisher.feedAddress, { headers: { "x-test": "1" } });
  expect(newsstand.requests()).toMatchObject([
    { method: "GET", host: publisher.host, kind: "feed", status: 200, time: start, atOnce: 1 },
  ]);
  expect(newsstand.requests()[0]?.headers["x-test"]).toBe("1");
  newsstand.reset();
  expect(newsstand.requests()).toHaveLength(0);
});
