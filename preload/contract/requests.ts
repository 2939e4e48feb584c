import { z } from "zod";
import {
  article,
  articleId,
  articleRow,
  catalogueEntry,
  feedCandidate,
  feedId,
  folderId,
  refreshStatus,
  scope,
  section,
  settings,
  sources,
  timelineQuery,
  viewState,
  webAddress,
} from "./model.ts";

const nothing = z.strictObject({});
const done = z.object({});
const name = z.string().trim().min(1).max(200);
const count = z.int();
/** Names an act in the list of undoable acts. */
const undoId = z.string().regex(/^[a-z0-9-]{1,64}$/);
/** Names a frozen list of articles, valid until the window closes it or opens eight more. */
const timelineId = z.int().min(1);

const request = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
) => ({ input, output });

/**
 * Every request that the window may make: what goes in and what comes out.
 * Handlers, the bridge and the window's client derive their types from here; adding a capability
 * is one line here and one use case in `main/application`.
 */
export const requests = {
  "app.info": request(
    nothing,
    z.object({
      version: z.string(),
      platform: z.string(),
      dataFolder: z.string(),
      locale: z.string(),
      /** Sentences about what was repaired or set aside when the library was opened. */
      repairs: z.array(z.string()),
    }),
  ),
  "settings.read": request(nothing, settings),
  "settings.change": request(
    z.strictObject({
      theme: settings.shape.theme.unwrap().optional(),
      textSize: settings.shape.textSize.unwrap().optional(),
      textWidth: settings.shape.textWidth.unwrap().optional(),
      density: settings.shape.density.unwrap().optional(),
      refreshOnStart: z.boolean().optional(),
      refreshMinutes: settings.shape.refreshMinutes.unwrap().optional(),
      keepPictures: z.boolean().optional(),
    }),
    settings,
  ),
  "view.restore": request(nothing, viewState),
  "view.remember": request(z.strictObject(viewState.shape), done),

  "sources.list": request(nothing, sources),
  /** Finds the feeds at an address as a person types it: a feed, a site, with or without scheme. */
  "sources.discover": request(
    z.strictObject({ address: z.string().trim().min(1).max(4096) }),
    z.object({ candidates: z.array(feedCandidate) }),
  ),
  /** Follows titles and fetches them at once. Titles already followed are reported, not doubled. */
  "sources.follow": request(
    z.strictObject({
      feeds: z
        .array(
          z.strictObject({
            address: webAddress,
            title: name.optional(),
            site: webAddress.optional(),
            section: section.optional(),
            language: z.string().max(35).optional(),
          }),
        )
        .min(1)
        .max(5000),
      folderId: folderId.nullable(),
    }),
    z.object({ followed: z.array(feedId), alreadyFollowed: z.array(feedId) }),
  ),
  "sources.unfollow": request(
    z.strictObject({ feedIds: z.array(feedId).min(1).max(5000) }),
    z.object({ count, undoId }),
  ),
  "sources.rename": request(z.strictObject({ feedId, title: name }), done),
  /** Files titles into a folder (null: none), in the given order, before `before` (null: at the end). */
  "sources.move": request(
    z.strictObject({
      feedIds: z.array(feedId).min(1).max(5000),
      folderId: folderId.nullable(),
      before: feedId.nullable(),
    }),
    done,
  ),
  "folders.create": request(z.strictObject({ name }), z.object({ folderId })),
  "folders.rename": request(z.strictObject({ folderId, name }), done),
  /** Removes a folder; its titles stay followed, unfiled. */
  "folders.remove": request(z.strictObject({ folderId }), z.object({ undoId })),
  "catalogue.list": request(nothing, z.object({ entries: z.array(catalogueEntry) })),
  /** Follows what an OPML file lists, with its folders. `text` is the file's content. */
  "opml.import": request(
    z.strictObject({ text: z.string().max(20_000_000) }),
    z.object({
      followed: count,
      alreadyFollowed: count,
      foldersCreated: count,
      /** Entries that hold no usable address. */
      skipped: z.array(z.string()),
    }),
  ),

  "refresh.start": request(z.strictObject({ scope }), refreshStatus),
  "refresh.cancel": request(nothing, done),
  "refresh.status": request(nothing, refreshStatus),

  /** Freezes the list that a query gives now, so that rows do not move under the pointer. */
  "timeline.open": request(
    timelineQuery,
    z.object({
      timelineId,
      total: count,
      /** How many articles each day (local, `YYYY-MM-DD`) has, in the list's order. */
      days: z.array(z.object({ day: z.string(), count })),
    }),
  ),
  "timeline.page": request(
    z.strictObject({ timelineId, offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    /** An article purged since the list was frozen is null. */
    z.object({ rows: z.array(articleRow.nullable()) }),
  ),
  /** Where an article stands in a frozen list; null when it is not in it. */
  "timeline.locate": request(
    z.strictObject({ timelineId, articleId }),
    z.object({ index: count.nullable() }),
  ),
  /** The next unread article after an index (−1: from the start); null when there is none. */
  "timeline.nextUnread": request(
    z.strictObject({ timelineId, after: z.int().min(-1) }),
    z.object({ index: count.nullable() }),
  ),
  /** How many articles have come that the frozen list does not hold. */
  "timeline.countNewer": request(z.strictObject({ timelineId }), z.object({ count })),
  "timeline.close": request(z.strictObject({ timelineId }), done),

  "article.open": request(z.strictObject({ articleId }), article),
  /** Shows the original in the system's browser. */
  "article.openOriginal": request(z.strictObject({ articleId }), done),
  "articles.markRead": request(
    z.strictObject({ articleIds: z.array(articleId).min(1).max(5000), read: z.boolean() }),
    done,
  ),
  /** Marks every article of a frozen list read. */
  "timeline.markAllRead": request(
    z.strictObject({ timelineId }),
    z.object({ count, undoId: undoId.nullable() }),
  ),
  "bookmarks.add": request(z.strictObject({ articleId }), done),
  "bookmarks.remove": request(z.strictObject({ articleId }), z.object({ undoId })),
  "undo.perform": request(z.strictObject({ undoId }), done),
  /** Shows an address out of an article in the system's browser; http, https and mailto only. */
  "links.open": request(z.strictObject({ address: z.string().max(4096) }), done),
} as const;
