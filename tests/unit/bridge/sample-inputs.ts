import type { RequestInput, RequestName } from "../../../preload/contract/contract.ts";
import {
  articleId,
  feedId,
  folderId,
  viewState,
  type TimelineQuery,
} from "../../../preload/contract/contract.ts";

const someArticle = articleId.parse("20780-17");
const someFeed = feedId.parse(3);
const someFolder = folderId.parse(2);
const someRules = { days: 30, articles: null, keepUnread: true };
const query: TimelineQuery = { scope: { kind: "all" }, filter: "all", order: "newest" };

/** One good input for every request; a request without one does not compile. */
export const sampleInputs: { readonly [Name in RequestName]: RequestInput<Name> } = {
  "app.info": {},
  "app.restart": {},
  "settings.read": {},
  "settings.change": { theme: "dark", textSize: 110, retention: someRules, sizeBudget: null },
  "view.restore": {},
  "view.remember": viewState.parse({}),
  "sources.list": {},
  "sources.discover": { address: "example.com" },
  "sources.follow": { feeds: [{ address: "https://example.com/feed" }], folderId: null },
  "sources.unfollow": { feedIds: [someFeed] },
  "sources.rename": { feedId: someFeed, title: "The Example" },
  "sources.move": { feedIds: [someFeed], folderId: someFolder, before: null },
  "sources.setRetention": { feedIds: [someFeed], retention: someRules },
  "folders.create": { name: "Morning" },
  "folders.rename": { folderId: someFolder, name: "Evening" },
  "folders.remove": { folderId: someFolder },
  "catalogue.list": {},
  "opml.import": { text: "<opml/>" },
  "opml.export": {},
  "refresh.start": { scope: { kind: "all" } },
  "refresh.cancel": {},
  "refresh.status": {},
  "timeline.open": query,
  "timeline.page": { timelineId: 1, offset: 0, limit: 50 },
  "timeline.locate": { timelineId: 1, articleId: someArticle },
  "timeline.nextUnread": { timelineId: 1, after: -1 },
  "timeline.countNewer": { timelineId: 1 },
  "timeline.close": { timelineId: 1 },
  "timeline.markAllRead": { timelineId: 1 },
  "article.open": { articleId: someArticle },
  "article.openOriginal": { articleId: someArticle },
  "articles.markRead": { articleIds: [someArticle], read: true },
  "articles.delete": { articleIds: [someArticle] },
  "bookmarks.add": { articleId: someArticle },
  "bookmarks.remove": { articleId: someArticle },
  "undo.list": {},
  "undo.perform": { undoId: "abc-1" },
  "storage.usage": {},
  "storage.forecast": { retention: someRules, sizeBudget: 5000 },
  "storage.purge": {},
  "storage.openFolder": { which: "library" },
  "storage.move": {},
  "backup.list": {},
  "backup.create": {},
  "backup.choose": { copyId: "2026-11-23.zip" },
  "backup.restore": { token: "abc-1", mode: "merge" },
  "export.everything": {},
  "links.open": { address: "https://example.com/" },
};
