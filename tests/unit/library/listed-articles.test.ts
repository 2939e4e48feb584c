import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFeed, rereadFeed } from "../../../main/workers/read-feed.ts";
import { openLibrary, type Incoming, type Library } from "../../../main/library/library.ts";
import type { ArticleId, FeedId } from "../../../preload/contract/contract.ts";
import { MemoryDisk } from "../../faults/power-cuts/memory-disk.ts";
import { MountedFiles } from "../../faults/power-cuts/mounted-files.ts";
import { Random } from "../../newsstand/random.ts";
import { TestLibrary } from "./open-library.ts";
import { day, everything, noon, sampleFeed } from "./samples.ts";

/** An item in one of its states. Small numbers, so that ids, links and texts meet often. */
interface Item {
  readonly id: number | null;
  readonly link: number | null;
  readonly text: number;
  readonly author: number;
  /** Days before the present; null: it has no date. */
  readonly age: number | null;
}

const address = "https://paper.example/feed";

function rss(items: readonly Item[], now: number): Uint8Array {
  const written = items.map(({ id, link, text, author, age }) => {
    const date = age === null ? null : new Date(now - age * day).toUTCString();
    return [
      `<item><title>Story ${text}</title><author>Author ${author}</author>`,
      id === null ? "" : `<guid isPermaLink="false">n-${id}</guid>`,
      link === null ? "" : `<link>https://paper.example/news/${link}</link>`,
      date === null ? "" : `<pubDate>${date}</pubDate>`,
      `<description>&lt;p&gt;Text ${text} of the story.&lt;/p&gt;</description></item>`,
    ].join("");
  });
  return new TextEncoder().encode(
    `<rss version="2.0"><channel><title>Paper</title><link>https://paper.example/</link>${written.join("")}</channel></rss>`,
  );
}

async function read(
  library: Library,
  feedId: FeedId,
  bytes: Uint8Array,
  isSkipping: boolean,
): Promise<Incoming> {
  const document = { bytes, contentType: null, address };
  const feed = isSkipping
    ? rereadFeed({
        ...document,
        isMeasured: true,
        standing: await library.articles.standing(feedId),
      })
    : readFeed(document);
  if (!feed.ok) throw new Error(`a feed is ${feed.reason}`);
  return { feedId, articles: feed.articles };
}

const countUnchanged = ({ articles }: Incoming): number =>
  articles.filter(({ body }) => body === undefined).length;

/** Everything that can be seen of the articles. */
async function contentOf(library: Library): Promise<unknown> {
  const rows = await library.articles.timeline(everything).page(0, 1000);
  return Promise.all(
    rows.map(async (row) => (row === null ? null : await library.articles.read(row.id))),
  );
}

type Act =
  | { readonly kind: "visit"; readonly items: readonly Item[] }
  | { readonly kind: "delete"; readonly place: number }
  | { readonly kind: "undelete" }
  | { readonly kind: "pass days"; readonly days: number }
  | { readonly kind: "purge" }
  | { readonly kind: "reopen"; readonly isCacheLost: boolean };

const small = fc.option(fc.nat(4));
/** Most items stay what they were; some take another's id, link or text. */
const item: fc.Arbitrary<Item> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.nat(4).map((n) => ({ id: n, link: n, text: n, author: 0, age: n % 3 })),
  },
  fc.record({ id: small, link: small, text: fc.nat(3), author: fc.nat(1), age: small }),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant("visit" as const),
      items: fc.array(item, { maxLength: 6, size: "max" }),
    }),
  },
  fc.record({ kind: fc.constant("delete" as const), place: fc.nat(5) }),
  fc.record({ kind: fc.constant("undelete" as const) }),
  fc.record({ kind: fc.constant("pass days" as const), days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant("purge" as const) }),
  fc.record({ kind: fc.constant("reopen" as const), isCacheLost: fc.boolean() }),
);

/** A library in memory that is read for with or without passing over what stands in it. */
class Reader {
  now = noon;
  skipped = 0;
  readonly #isSkipping: boolean;
  readonly #mounted = new MountedFiles(new MemoryDisk(), new Random("without faults"));
  #library: Library | null = null;
  #feedId = 0 as FeedId;
  readonly #deleted: ArticleId[] = [];

  constructor(isSkipping: boolean) {
    this.#isSkipping = isSkipping;
  }

  get library(): Library {
    if (this.#library === null) throw new Error("the library is not open");
    return this.#library;
  }

  async open(): Promise<void> {
    const { files, folder } = this.#mounted;
    this.#library = await openLibrary({
      folder: join(folder, "library"),
      files,
      now: () => this.now,
    });
    const [feed] = await this.library.feeds.add([sampleFeed(address)]);
    this.#feedId = feed?.id ?? this.#feedId;
    await this.library.settings.change({
      retention: { days: 7, articles: null, keepUnread: false },
    });
  }

  async perform(act: Act): Promise<void> {
    const { articles, upkeep } = this.library;
    switch (act.kind) {
      case "visit": {
        const came = await read(this.library, this.#feedId, rss(act.items, noon), this.#isSkipping);
        this.skipped += countUnchanged(came);
        const { incomplete } = await articles.ingest([came]);
        expect(incomplete).toEqual([]);
        break;
      }
      case "delete": {
        const [row] = await articles.timeline(everything).page(act.place, 1);
        if (row) this.#deleted.push(...(await articles.delete([row.id])));
        break;
      }
      case "undelete":
        await articles.undelete(this.#deleted.splice(0));
        break;
      case "pass days":
        this.now += act.days * day;
        await upkeep.sealPastDays();
        break;
      case "purge":
        await upkeep.purge();
        break;
      case "reopen": {
        await this.library.close();
        const { files, folder } = this.#mounted;
        const path = join(folder, "library", "cache", "listed-articles.bin");
        if (act.isCacheLost) await files.rm(path, { force: true });
        await this.open();
      }
    }
  }
}

test("whatever a feed lists, the library is the same with and without cleaning again what stands", async () => {
  let skipped = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14, size: "max" }), async (acts) => {
      const [plain, skipping] = [new Reader(false), new Reader(true)];
      await plain.open();
      await skipping.open();
      try {
        for (const one of acts) {
          await plain.perform(one);
          await skipping.perform(one);
          expect(await contentOf(skipping.library)).toEqual(await contentOf(plain.library));
        }
        skipped += skipping.skipped;
      } finally {
        await plain.library.close();
        await skipping.library.close();
      }
    }),
    { numRuns: Number(process.env.BROADSHEET_LISTED_RUNS ?? 100) },
  );
  expect(skipped).toBeGreaterThan(50);
}, 120_000);

describe("what a title listed", () => {
  const items: Item[] = [1, 2, 3].map((id) => ({ id, link: id, text: id, author: 0, age: 0 }));

  async function visited(): Promise<{ test: TestLibrary; feedId: FeedId }> {
    const test = await TestLibrary.make();
    const { id } = await test.follow(address);
    await test.library.articles.ingest([await read(test.library, id, rss(items, noon), true)]);
    return { test, feedId: id };
  }

  test("is passed over when it comes again, also after a new start", async () => {
    const { test, feedId } = await visited();
    const library = await test.reopen();
    const again = await read(library, feedId, rss(items, noon), true);
    expect(countUnchanged(again)).toBe(3);
    expect(await library.articles.ingest([again])).toMatchObject({ added: [], updated: [] });
  });

  test("is cleaned again where it was edited, and only that", async () => {
    const { test, feedId } = await visited();
    const [first, ...others] = items;
    const edited = [{ ...(first ?? expect.fail()), text: 7 }, ...others];
    const again = await read(test.library, feedId, rss(edited, noon), true);
    expect(countUnchanged(again)).toBe(2);
    expect((await test.library.articles.ingest([again])).updated).toHaveLength(1);
    expect(await test.headlines()).toContain("Story 7");
  });

  test("is cleaned once more when its file is damaged, or its end is missing", async () => {
    const { test, feedId } = await visited();
    await test.library.close();
    const path = join(test.folder, "cache", "listed-articles.bin");
    const whole = await readFile(path);
    for (const damaged of [whole.fill(1, 20, 21), whole.subarray(0, 30), whole.subarray(0, 3)]) {
      await writeFile(path, damaged);
      await test.open();
      expect(await test.library.articles.standing(feedId)).toEqual([]);
      expect(test.library.repairs).toEqual([]);
      await test.library.close();
    }
    await test.open();
  });

  test("is told as incomplete when an article that was passed over is not there", async () => {
    const { test, feedId } = await visited();
    const again = await read(test.library, feedId, rss(items, noon), true);
    const other = await TestLibrary.make();
    const { id } = await other.follow(address);
    const told = await other.library.articles.ingest([{ ...again, feedId: id }]);
    expect(told).toMatchObject({ added: [], incomplete: [id] });
    expect(await other.library.articles.standing(id)).toEqual([]);
  });
});
