import type {
  CatalogueEntry,
  FeedFailure,
  FeedId,
  FeedSummary,
  FolderId,
  Section,
  TitleRecord,
} from "../../preload/contract/contract.ts";
import { fakeTitles } from "./fake-articles.ts";

const failing: FeedFailure = {
  code: "http-status",
  details: { status: 503 },
  attempts: 3,
  since: Date.now() - 86_400_000,
};

const sectionOfFeed: readonly (Section | null)[] = [
  "World",
  "Technology",
  "Business",
  "World",
  "World",
  "Culture",
  "Sport",
  "Investigations",
  "Science",
  "Culture",
  "Local",
  null,
];
/** The folder of each title, by its place. */
export const folderOfFeed = [1, 2, 1, 1, 1, null, null, 1, 2, 3, 3, null] as const;

/** A title, by its place among all. */
export function fakeFeed(title: string, index: number, now: number): FeedSummary {
  return {
    id: (index + 1) as FeedId,
    title,
    address: `https://example.org/${index + 1}.xml`,
    site: "https://example.org",
    folderId: (folderOfFeed[index] ?? null) as FolderId | null,
    section: sectionOfFeed[index] ?? null,
    unread: (index * 7) % 23,
    total: 40,
    failure: index === 6 ? failing : null,
    lastVisit: now - 600_000,
    nextVisit: now + 3_000_000,
    nextVisitReason: index === 6 ? "backing-off" : "interval",
    retention: null,
    fullText: "auto",
    isShortened: index % 4 === 1,
    keepRecordings: 0,
    hasOwnExtraction: false,
    icon: null,
    isPrivate: false,
    signedIn: false,
  };
}

/** What the manager of titles shows of it besides. */
export function fakeRecord({ id, failure, lastVisit }: FeedSummary, index: number): TitleRecord {
  return {
    feedId: id,
    lastStatus: failure === null ? (index % 3 === 0 ? 304 : 200) : 503,
    brought: failure === null ? (index % 3 === 0 ? 0 : (index % 12) + 1) : null,
    problems: index === 3 ? ["the document ends before it is complete"] : [],
    hostPausedUntil: null,
    articlesAWeek: index === 4 ? null : (index * 5) % 37,
    newest: lastVisit === null ? null : lastVisit - (index % 50) * 86_400_000,
    pages: null,
    ready: 40 - (index % 40),
    bytes: 100_000 * (index + 1),
    addedAt: Date.now() - 100 * 86_400_000,
    duplicateOf: null,
  };
}

/** The built-in catalogue. */
export function fakeCatalogue(): CatalogueEntry[] {
  return fakeTitles.map((title, index) => ({
    title,
    site: "https://example.org",
    feed: `https://example.org/catalogue/${index + 1}.xml`,
    section: sectionOfFeed[index] ?? "Lifestyle",
    country: ["GB", "US", "INT", "JP", "EG", "GB", "DE", "INT"][index % 8] ?? "GB",
    language: ["en-GB", "en-US", "en", "ja", "ar", "en-GB", "de", "en"][index % 8] ?? "en",
    description: "Reporting that takes its time, by people who were there.",
    kind: "newspaper",
    paywall: (["none", "metered", "hard", null] as const)[index % 4] ?? null,
  }));
}
