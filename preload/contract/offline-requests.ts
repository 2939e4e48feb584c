import { z } from "zod";
import { articleId, feedId, scope, token } from "./model.ts";
import {
  extractionPage,
  extractionPreview,
  gap,
  preparation,
  preparationForecast,
  preparationWishes,
} from "./offline.ts";
import { keptRecordings } from "./recordings.ts";
import { count, done, nothing, request } from "./request.ts";

const ofRecording = z.strictObject({ articleId, index: z.int().min(0).max(1000) });
const preparationNow = z.object({ preparation: preparation.nullable() });

/** Requests about having things on disk before the network goes. */
export const offlineRequests = {
  /** The window has learnt from its engine whether this connection costs by the byte. */
  "app.noteConnection": request(z.strictObject({ isMetered: z.boolean() }), done),

  "preparation.forecast": request(preparationWishes, preparationForecast),
  /** Begins; what is under way is replaced. `evenMetered`: the person said that it may cost. */
  "preparation.start": request(
    preparationWishes.extend({ evenMetered: z.boolean().default(false) }),
    preparationNow,
  ),
  /** Holds back what is not asked for by name, for half a day at most. */
  "preparation.pause": request(nothing, preparationNow),
  /** Also one that waits: `evenMetered` lets it go on although that costs. */
  "preparation.resume": request(
    z.strictObject({ evenMetered: z.boolean().default(false) }),
    preparationNow,
  ),
  /** Ends it; what was fetched stays. Also takes a finished one off the window. */
  "preparation.cancel": request(nothing, preparationNow),
  "preparation.status": request(nothing, preparationNow),

  /** Of a frozen list: articles that are still there, and those that need nothing more. */
  "timeline.readiness": request(
    z.strictObject({ timelineId: z.int().min(1) }),
    z.object({ articles: count, ready: count }),
  ),
  /**
   * Articles of a scope of which something is not on this disk, newest first; `total`: how many
   * there are. Without `pages` or `pictures`, what is missing of those does not count.
   */
  "articles.gaps": request(
    z.strictObject({
      scope,
      pages: z.boolean(),
      pictures: z.boolean(),
      limit: z.int().min(1).max(1000),
    }),
    z.object({ total: count, gaps: z.array(gap) }),
  ),
  /** What is missing of one article, also where nothing is. */
  "article.gap": request(z.strictObject({ articleId }), gap),

  /** Fetches an article's sound or film and keeps it; also one that failed before. */
  "recordings.keep": request(ofRecording, done),
  /** Removes it from this disk, or from what is to be fetched. */
  "recordings.remove": request(ofRecording, done),
  /** Where the person stopped, in seconds, and how long it is, where the engine told. */
  "recordings.rememberPosition": request(
    ofRecording.extend({
      seconds: z.number().min(0).max(1e7),
      duration: z.number().min(0).max(1e7).nullable(),
    }),
    done,
  ),
  /** How many of a title's newest episodes are kept by themselves. */
  "titles.setRecordings": request(
    z.strictObject({ feedIds: z.array(feedId).min(1).max(5000), newest: keptRecordings }),
    done,
  ),

  /** Fetches an article's page anew, to have a person show where the article is on it. */
  "extraction.open": request(z.strictObject({ articleId }), extractionPage),
  "extraction.preview": request(
    z.strictObject({ token, block: z.int().min(0) }),
    extractionPreview,
  ),
  /** Keeps that choice for the title and reads its pages anew; `count`: how many will be fetched. */
  "extraction.choose": request(
    z.strictObject({ token, block: z.int().min(0) }),
    z.object({ count }),
  ),
  /** Forgets a title's own choice. */
  "extraction.reset": request(z.strictObject({ feedId }), z.object({ count })),
} as const;
