import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openLibrary, type Feed, type Library } from "../../../main/library/library.ts";
import type { ArticleId, ArticleRow, TimelineQuery } from "../../../preload/contract/contract.ts";
import type { FileSystem } from "../../../main/library/files/disk.ts";
import { noon, sampleFeed, temporaryFolder } from "./samples.ts";

/** A library in a folder of its own, whose clock the test sets. */
export class TestLibrary {
  readonly folder: string;
  readonly clock = { now: noon };
  library: Library;
  readonly #files: FileSystem | undefined;

  private constructor(folder: string, files: FileSystem | undefined) {
    this.folder = folder;
    this.#files = files;
    this.library = undefined as unknown as Library;
  }

  static async make(files?: FileSystem): Promise<TestLibrary> {
    const test = new TestLibrary(join(await temporaryFolder(), "library"), files);
    await test.open();
    onTestFinished(() => test.library.close());
    return test;
  }

  async open(): Promise<Library> {
    this.library = await openLibrary({
      folder: this.folder,
      now: () => this.clock.now,
      ...(this.#files === undefined ? {} : { files: this.#files }),
    });
    return this.library;
  }

  async reopen(): Promise<Library> {
    await this.library.close();
    return this.open();
  }

  async follow(address = "https://paper.example/feed"): Promise<Feed> {
    const [feed] = await this.library.feeds.add([sampleFeed(address)]);
    if (feed === undefined) throw new Error("no title was added");
    return feed;
  }

  /** The headlines of a list, in its order. */
  async headlines(query: Partial<TimelineQuery> = {}): Promise<(string | undefined)[]> {
    const rows = await this.rows(query);
    return rows.map((row) => row?.headline);
  }

  async rows(query: Partial<TimelineQuery> = {}): Promise<(ArticleRow | null)[]> {
    const timeline = this.library.articles.timeline({
      scope: { kind: "all" },
      filter: "all",
      order: "newest",
      ...query,
    });
    return timeline.page(0, 1000);
  }

  /** The only article of a key's headline. */
  async idOf(key: string): Promise<ArticleId> {
    const row = (await this.rows()).find((one) => one?.headline === `Headline of ${key}`);
    if (row === undefined || row === null) throw new Error(`no article ${key}`);
    return row.id;
  }
}
