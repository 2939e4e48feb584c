import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { TimelineQuery } from "../../../preload/contract/contract.ts";
import type { IncomingArticle, NewFeed, Visit } from "../../../main/library/library.ts";
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

export function sampleArticle(key: string, change: Partial<IncomingArticle> = {}): IncomingArticle {
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
    html: `<p>The text of ${key}.</p>`,
    pictures: [],
    leadPicture: null,
    enclosures: [],
    wordCount: 4,
    contentHash: `hash of ${key}`,
    ...change,
  };
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
    ...change,
  };
}
