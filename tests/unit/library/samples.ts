import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { onTestFinished } from "vitest";
import type { TimelineQuery } from "../../../preload/contract/contract.ts";
import type { IncomingArticle, NewFeed, Visit } from "../../../main/library/library.ts";
import { packText } from "../../../main/offline/pack-text.ts";
import type { FeedId } from "../../../preload/contract/contract.ts";

/** A folder of its own for a test, gone afterwards. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-library-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** 2026-11-23 12:00 UTC. */
export const noon = Date.UTC(2026, 10, 23, 12);
export const hour = 3_600_000;
export const day = 24 * hour;

export const everything: TimelineQuery = {
  scope: { kind: "all" },
  filter: "all",
  order: "newest",
};

export function sampleFeed(address: string, change: Partial<NewFeed> = {}): NewFeed {
  return {
    address,
    ownTitle: null,
    publisherTitle: `Title of ${address}`,
    site: null,
    folderId: null,
    section: null,
    language: "en",
    typedHost: null,
    ...change,
  };
}

/** What a sample is to have of its own; its text as HTML. */
export type SampleChange = Partial<Omit<IncomingArticle, "body">> & { readonly html?: string };

export function sampleArticle(
  key: string,
  { html = `<p>The text of ${key}.</p>`, ...change }: SampleChange = {},
): IncomingArticle {
  return {
    key,
    aliases: [],
    address: `https://paper.example/${encodeURIComponent(key)}`,
    headline: `Headline of ${key}`,
    author: "A. Writer",
    excerpt: `How ${key} begins`,
    published: noon - hour,
    section: null,
    tags: ["news"],
    language: "en",
    body: packText(html),
    pictures: [],
    leadPicture: null,
    enclosures: [],
    wordCount: 4,
    contentHash: `hash of ${key}`,
    ...change,
  };
}

/** An article's text as HTML. */
export function textOf({ body }: Pick<IncomingArticle, "body">): string {
  return body.length === 0 ? "" : zstdDecompressSync(body).toString("utf8");
}

export function sampleVisit(feedId: FeedId, change: Partial<Visit> = {}): Visit {
  return {
    feedId,
    etag: '"1"',
    lastModified: null,
    bodyHash: "body",
    lastVisit: noon,
    lastStatus: 200,
    nextVisit: noon + hour,
    nextVisitReason: "interval",
    failure: null,
    wishes: null,
    rhythm: null,
    movedTo: null,
    moveToTell: null,
    signIn: null,
    brought: null,
    problems: [],
    ...change,
  };
}
