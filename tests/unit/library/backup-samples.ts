import { hash } from "node:crypto";
import { join } from "node:path";
import { openLibrary, type Feed, type Library } from "../../../main/library/library.ts";
import type { ArticleId, MediaName } from "../../../preload/contract/contract.ts";
import { onTestFinished } from "vitest";
import { TestLibrary } from "./open-library.ts";
import { noon, sampleArticle, sampleFeed, temporaryFolder } from "./samples.ts";

/** A picture with the name that its content has. */
export function samplePicture(text: string): { name: MediaName; bytes: Buffer } {
  const bytes = Buffer.from(text);
  return { name: `${hash("sha256", bytes, "hex")}.jpg` as MediaName, bytes };
}

export interface FilledLibrary {
  readonly test: TestLibrary;
  readonly feed: Feed;
  /** A folder for files outside the library. */
  readonly outside: string;
  readonly backup: string;
  readonly picture: { name: MediaName; bytes: Buffer };
  /** Of the article `1`, which is bookmarked. */
  readonly bookmarked: ArticleId;
}

/** Two titles, one in a folder; articles 1 to 4, of which 1 is bookmarked and 2 is read. */
export async function filledLibrary(): Promise<FilledLibrary> {
  const test = await TestLibrary.make();
  const outside = await temporaryFolder();
  const folderId = await test.library.folders.add("Papers & more");
  const [feed] = await test.library.feeds.add([
    sampleFeed("https://paper.example/feed", { folderId, ownTitle: 'My "paper" <1>' }),
    sampleFeed("https://other.example/feed?a=1&b=2", { site: "https://other.example/" }),
  ]);
  if (feed === undefined) throw new Error("no title was added");
  await ingest(test.library, feed, ["1", "2", "3", "4"]);
  const picture = samplePicture("a picture");
  const bookmarked = await test.idOf("1");
  await keepPicture(test.library, bookmarked, picture);
  await test.library.bookmarks.add(bookmarked);
  await test.library.articles.setRead([await test.idOf("2")], true);
  await test.library.settings.change({ theme: "dark" });
  return { test, feed, outside, backup: join(outside, "backup.zip"), picture, bookmarked };
}

const address = "https://paper.example/1.jpg";

export async function ingest(library: Library, feed: Feed, keys: readonly string[]): Promise<void> {
  const articles = keys.map((key) =>
    sampleArticle(key, {
      html: `<p>The text of ${key}. <img data-picture="0" alt="a &amp; b"></p>`,
      pictures: key === "1" ? [{ address, alt: "a & b", width: 600, height: 400 }] : [],
    }),
  );
  await library.articles.ingest([{ feedId: feed.id, articles }]);
}

async function keepPicture(
  library: Library,
  articleId: ArticleId,
  { name, bytes }: FilledLibrary["picture"],
): Promise<void> {
  await library.pictures.store(name, bytes);
  await library.pictures.record([
    {
      articleId,
      index: 0,
      media: name,
      width: 600,
      height: 400,
      bytes: bytes.length,
      failure: null,
    },
  ]);
}

/** Another library, empty. */
export async function emptyLibrary(): Promise<Library> {
  const library = await openLibrary({
    folder: join(await temporaryFolder(), "library"),
    now: () => noon,
  });
  onTestFinished(() => library.close());
  return library;
}
