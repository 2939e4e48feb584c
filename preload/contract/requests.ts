import { z } from "zod";
import {
  article,
  articleId,
  articleRow,
  automaticCopy,
  catalogueEntry,
  chosenBackup,
  copyId,
  feedCandidate,
  feedId,
  folderId,
  fullText,
  purgeReport,
  refreshStatus,
  restoreReport,
  retentionRules,
  scope,
  section,
  settings,
  signIn,
  sources,
  storageUsage,
  textSource,
  timelineQuery,
  titleRecord,
  token,
  undoableAct,
  undoId,
  viewState,
  waitReason,
  webAddress,
} from "./model.ts";
import { exchangeRequests } from "./exchange-requests.ts";
import { findingRequests } from "./finding-requests.ts";
import { keepingRequests } from "./keeping-requests.ts";
import { offlineRequests } from "./offline-requests.ts";
import { count, done, nothing, request } from "./request.ts";

const name = z.string().trim().min(1).max(200);
/** Names a frozen list of articles, valid until the window closes it or opens eight more. */
const timelineId = z.int().min(1);

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
      /** The library can be read but not changed: its folder takes no writing. */
      readOnly: z.boolean(),
      /**
       * How secrets are kept: `sealed` by the system's safe storage, or `plain`, in a file that only
       * this person's account may read, because the system offers none.
       */
      secrets: z.enum(["sealed", "plain"]),
      /** Sentences about what was repaired or set aside since the library was opened. */
      repairs: z.array(z.string()),
      /**
       * Titles that moved for good, until that is dismissed; `mergedInto`: the title that was there
       * already.
       */
      moves: z.array(
        z.object({
          feedId,
          title: z.string(),
          address: z.string(),
          mergedInto: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** The person has seen where these titles moved. */
  "app.dismissMoves": request(z.strictObject({ feedIds: z.array(feedId).max(100_000) }), done),
  /** Ends the program and starts it again. */
  "app.restart": request(nothing, done),
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
      keepFullTexts: z.boolean().optional(),
      connection: settings.shape.connection.unwrap().optional(),
      onMetered: settings.shape.onMetered.unwrap().optional(),
      pictureCap: settings.shape.pictureCap.unwrap().optional(),
      playbackRate: settings.shape.playbackRate.unwrap().optional(),
      /** What is no longer kept is removed soon after. */
      retention: retentionRules.optional(),
      sizeBudget: settings.shape.sizeBudget.unwrap().optional(),
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
    z.object({ count, undoId: undoId.nullable() }),
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
  /** How long the articles of these titles are kept; null: as the settings say. */
  "sources.setRetention": request(
    z.strictObject({
      feedIds: z.array(feedId).min(1).max(5000),
      retention: retentionRules.nullable(),
    }),
    done,
  ),
  /** Puts titles into a section of the newspaper; null: into none. */
  "sources.setSection": request(
    z.strictObject({
      feedIds: z.array(feedId).min(1).max(5000),
      section: section.nullable(),
    }),
    done,
  ),
  "folders.create": request(z.strictObject({ name }), z.object({ folderId })),
  "folders.rename": request(z.strictObject({ folderId, name }), done),
  /** Removes a folder; its titles stay followed, unfiled. */
  "folders.remove": request(z.strictObject({ folderId }), z.object({ undoId: undoId.nullable() })),
  "catalogue.list": request(nothing, z.object({ entries: z.array(catalogueEntry) })),
  /**
   * Follows what an OPML file lists, with its folders. `bytes` is the file's content, in whatever
   * encoding. Announces its progress as the task `import`.
   */
  "opml.import": request(
    z.strictObject({
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= 20_000_000, "too large"),
    }),
    z.object({
      followed: count,
      alreadyFollowed: count,
      foldersCreated: count,
      /** Entries that hold no usable address. */
      skipped: z.array(z.string()),
    }),
  ),
  /** Asks where to and writes the followed titles as OPML; null: cancelled. */
  "opml.export": request(
    /** Whether private addresses and passwords are written as they are, rather than left out. */
    z.strictObject({ withSecrets: z.boolean() }),
    z.object({ path: z.string().nullable() }),
  ),

  "titles.records": request(nothing, z.object({ records: z.array(titleRecord) })),
  /**
   * Visits titles now, where that is allowed: once a minute, and never while a host wants peace.
   * `afresh`: as if nothing were known of them, so that the publisher has to send everything.
   */
  "titles.visit": request(
    z.strictObject({ feedIds: z.array(feedId).min(1).max(5000), afresh: z.boolean() }),
    z.object({
      visiting: count,
      /** Those that have to wait: until when (milliseconds since 1970) and why. */
      waiting: z.array(z.object({ feedId, until: z.number(), reason: waitReason })),
    }),
  ),
  /** Gives a title another address; what was known of the old one's visits is forgotten. */
  "titles.setAddress": request(z.strictObject({ feedId, address: webAddress }), done),
  /** Name and password that a title's server asks for; null: none any more. */
  "titles.setCredentials": request(
    z.strictObject({
      feedId,
      credentials: z
        .strictObject({ user: z.string().max(1000), password: z.string().max(1000) })
        .nullable(),
    }),
    done,
  ),
  /** Whether the pages of these titles' articles are fetched, also of those that are listed already. */
  "titles.setFullText": request(
    z.strictObject({ feedIds: z.array(feedId).min(1).max(5000), fullText }),
    done,
  ),
  "signIns.list": request(nothing, z.object({ signIns: z.array(signIn) })),
  /**
   * Shows a title's site in a window of its own, where the person signs in; comes back when that is
   * closed. `signedIn`: the publisher left cookies.
   */
  "signIns.open": request(
    z.strictObject({ feedId }),
    z.object({ signedIn: z.boolean(), site: z.string() }),
  ),
  /** Signs out: the publisher's cookies and everything else that its pages stored are removed. */
  "signIns.end": request(z.strictObject({ site: z.string().min(1).max(253) }), done),

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

  /** `text`: the one that is wanted, where there are two; else the better one. */
  "article.open": request(z.strictObject({ articleId, text: textSource.optional() }), article),
  /** Shows the original in the system's browser. */
  "article.openOriginal": request(z.strictObject({ articleId }), done),
  "articles.markRead": request(
    z.strictObject({ articleIds: z.array(articleId).min(1).max(5000), read: z.boolean() }),
    done,
  ),
  /** Fetches articles' pages, also those that were had, or refused, before; `count`: how many will be. */
  "articles.fetchPages": request(
    z.strictObject({ articleIds: z.array(articleId).min(1).max(5000) }),
    z.object({ count }),
  ),
  /** Removes articles from all lists; bookmarks keep their copies. */
  "articles.delete": request(
    z.strictObject({ articleIds: z.array(articleId).min(1).max(5000) }),
    z.object({ count, undoId: undoId.nullable() }),
  ),
  /** Marks every article of a frozen list read. */
  "timeline.markAllRead": request(
    z.strictObject({ timelineId }),
    z.object({ count, undoId: undoId.nullable() }),
  ),
  "bookmarks.add": request(z.strictObject({ articleId }), done),
  /** `undoId` is null when it was no bookmark. */
  "bookmarks.remove": request(
    z.strictObject({ articleId }),
    z.object({ undoId: undoId.nullable() }),
  ),
  /** Acts that can be taken back, newest first, also those from before the last start. */
  "undo.list": request(nothing, z.object({ acts: z.array(undoableAct) })),
  "undo.perform": request(z.strictObject({ undoId }), done),

  "storage.usage": request(nothing, storageUsage),
  /** What would be removed if these were the settings. */
  "storage.forecast": request(
    z.strictObject({
      retention: retentionRules,
      sizeBudget: settings.shape.sizeBudget.unwrap(),
    }),
    purgeReport,
  ),
  /** Removes now what the settings do not keep. */
  "storage.purge": request(nothing, purgeReport),
  /** Shows a folder in the system's file manager. */
  "storage.openFolder": request(z.strictObject({ which: z.enum(["library", "backups"]) }), done),
  /**
   * Asks for a folder and copies the library there; false when the person cancelled. The old folder
   * stays as it is. After it nothing can be changed until `app.restart`.
   */
  "storage.move": request(
    nothing,
    z.discriminatedUnion("moved", [
      z.object({ moved: z.literal(false) }),
      z.object({
        moved: z.literal(true),
        folder: z.string(),
        /** A sentence that the person should know about the new place. */
        warning: z.string().nullable(),
      }),
    ]),
  ),
  /** The automatic copies, newest first. */
  "backup.list": request(nothing, z.object({ copies: z.array(automaticCopy) })),
  /** Asks where to and writes one file with all that cannot be replaced; null: cancelled. */
  "backup.create": request(nothing, z.object({ path: z.string().nullable() })),
  /** Looks into a backup, an automatic copy or a file that is asked for; null: cancelled. */
  "backup.choose": request(z.strictObject({ copyId: copyId.optional() }), chosenBackup.nullable()),
  "backup.restore": request(
    z.strictObject({ token, mode: z.enum(["merge", "replace"]) }),
    restoreReport,
  ),
  /** Asks for a folder and writes everything there in open formats; null: cancelled. */
  "export.everything": request(nothing, z.object({ folder: z.string().nullable() })),
  /** Shows an address out of an article in the system's browser; http, https and mailto only. */
  "links.open": request(z.strictObject({ address: z.string().max(4096) }), done),

  ...exchangeRequests,
  ...offlineRequests,
  ...findingRequests,
  ...keepingRequests,
} as const;
