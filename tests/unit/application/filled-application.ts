import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { ArticleRow } from "../../../preload/contract/contract.ts";
import { sampleArticle, sampleFeed } from "../library/samples.ts";
import type { RunningApplication } from "./start-application.ts";

/** A folder of a test's own, gone afterwards. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-application-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Follows a title with articles, three unless told, without any network. */
export async function fill(
  { library }: RunningApplication,
  keys: readonly string[] = ["one", "two", "three"],
): Promise<void> {
  const [feed] = await library.feeds.add([sampleFeed("http://127.0.0.1:9/feed")]);
  const articles = keys.map((key) => sampleArticle(key));
  await library.articles.ingest([{ feedId: feed?.id ?? expect.fail(), articles }]);
}

/** What a list shows now. */
export async function rows(
  { ask }: RunningApplication,
  scope: "all" | "bookmarks" = "all",
): Promise<ArticleRow[]> {
  const query = { scope: { kind: scope }, filter: "all", order: "newest" } as const;
  const { timelineId } = await ask("timeline.open", query);
  const page = await ask("timeline.page", { timelineId, offset: 0, limit: 50 });
  await ask("timeline.close", { timelineId });
  return page.rows.filter((row): row is ArticleRow => row !== null);
}

/** The first article of all. */
export async function firstRow(running: RunningApplication): Promise<ArticleRow> {
  const [first] = await rows(running);
  return first ?? expect.fail("there is no article");
}
