/**
 * Feeds after accidents: none ends, holds or fills the worker that reads it. Short unless
 * `BROADSHEET_FUZZ_MINUTES` says otherwise; `BROADSHEET_FUZZ_SEED` gives other accidents. The
 * collection of real feeds is used where it is at hand, the newsstand's feeds always.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createWorkerPool, type Jobs } from "../../main/workers/workers.ts";
import { makePublishers } from "../newsstand/make-publishers.ts";
import { Random } from "../newsstand/random.ts";
import { textOf } from "../unit/library/samples.ts";
import { mutate } from "./mutate.ts";
import { workerEntry } from "../worker-entry.ts";

const corpus = join(import.meta.dirname, "..", "..", "..", "shared", "corpora", "feeds");
const minutes = Number(process.env.BROADSHEET_FUZZ_MINUTES ?? 0);
const seed = process.env.BROADSHEET_FUZZ_SEED ?? "broadsheet";

/** Documents read when no time is given. */
const shortRun = 400;
/** Milliseconds that any document may take, on a busy machine; the worker is ended after ten seconds. */
const patience = 5_000;
/** Larger ones are left out: breaking them teaches nothing more. */
const largestSeed = 300_000;

const contentTypes = [null, "text/html", "application/json", "text/xml; charset=iso-8859-1"];

function soundDocuments(): Buffer[] {
  const settings = { seed: 1, articles: 5, now: Date.UTC(2026, 0, 1), lifelike: true, port: 80 };
  const documents = makePublishers(settings, 12).map((publisher) =>
    Buffer.from(publisher.feed().body),
  );
  if (!existsSync(corpus)) return documents;
  for (const name of readdirSync(corpus, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (!/\.(?:xml|json|rss|rdf|atom|html?)$/.test(name)) continue;
    const file = join(corpus, name);
    const stats = statSync(file);
    if (stats.isFile() && stats.size <= largestSeed) documents.push(readFileSync(file));
  }
  return documents;
}

/** What must hold of an answer, whatever was asked. */
function complaint(bytes: Buffer, answer: Jobs["readFeed"]["output"]): string | null {
  if (!answer.ok) {
    // An XML document is never unreadable: that would be an error that was caught.
    const mayBeUnreadable =
      bytes[0] === 0x1f || /^[\s\0-\x20\x7f-\xff]*[[{]/.test(bytes.toString("latin1"));
    return answer.reason === "unreadable" && !mayBeUnreadable ? "an error inside" : null;
  }
  const { articles, hubs, self } = answer;
  if (new Set(articles.map(({ key }) => key)).size < articles.length) return "keys repeat";
  if (articles.some(({ key }) => key === "" || key.length > 300)) return "a key of odd length";
  const addresses = [self, ...hubs, ...articles.map(({ address }) => address)];
  if (addresses.some((address) => address !== null && !/^https?:\/\//.test(address))) {
    return "an address that is not of the web";
  }
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  if (articles.some(({ headline }) => /[\0-\x08\x0b\x0c\x0e-\x1f]/.test(headline))) {
    return "control characters";
  }
  const size = articles.reduce(
    (sum, article) => sum + textOf(article).length + article.headline.length,
    0,
  );
  return size > Math.max(8_000_000, bytes.length * 12) ? `${size} characters came out` : null;
}

test("broken feeds do no harm", { timeout: (minutes + 2) * 60_000 }, async () => {
  const documents = soundDocuments();
  const pool = createWorkerPool({
    entry: workerEntry,
    size: 1,
  });
  onTestFinished(() => pool.close());
  const before = process.memoryUsage().rss;
  const end = Date.now() + minutes * 60_000;
  const failures: string[] = [];
  let slowest = 0;
  let feeds = 0;
  let count = 0;
  for (; failures.length < 10 && (minutes > 0 ? Date.now() < end : count < shortRun); count += 1) {
    const random = new Random(`${seed}/${count}`);
    const document = mutate(random.pick(documents), random, random.pick(documents));
    const bytes = new Uint8Array(document);
    const contentType = random.pick(contentTypes);
    const started = performance.now();
    try {
      const input = { bytes, contentType, address: "https://publisher.example/feed" };
      const answer = await pool.run("readFeed", input);
      if (answer.ok) feeds += 1;
      // What is no feed is looked into as a page.
      else
        await pool.run("lookIntoPage", {
          ...input,
          linkHeader: document.toString("latin1", 0, 500),
        });
      const wrong = complaint(document, answer);
      if (wrong !== null) failures.push(`${seed}/${count}: ${wrong}`);
    } catch (error) {
      failures.push(`${seed}/${count}: ${String(error)}`);
    }
    const taken = performance.now() - started;
    slowest = Math.max(slowest, taken);
    if (taken > patience) failures.push(`${seed}/${count}: took ${Math.round(taken)} ms`);
  }
  const grown = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
  console.log(
    `${count} broken documents, ${feeds} still feeds; slowest ${Math.round(slowest)} ms; memory grew by ${grown} MB`,
  );
  expect(failures).toEqual([]);
  expect(feeds, "the accidents leave something to read").toBeGreaterThan(count / 10);
  expect(grown, "megabytes").toBeLessThan(800);
});
