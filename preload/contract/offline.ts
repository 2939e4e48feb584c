/** What people do and see so that whatever is listed can be read, heard and seen without a network. */
import { z } from "zod";
import { errorCode } from "./errors.ts";
import { articleId, feedId, offlineState, pageRefusal, pageStatus, scope, token } from "./model.ts";

/** What a person wants to have on disk before they leave. */
export const preparationWishes = z.strictObject({
  scope,
  /** The pages of articles whose feeds give only beginnings. */
  pages: z.boolean(),
  pictures: z.boolean(),
  /** Sounds and films that came with articles. */
  recordings: z.boolean(),
});
export type PreparationWishes = z.infer<typeof preparationWishes>;

/** What is still to be fetched for that. Bytes are estimates, from what others of the title took. */
export const preparationForecast = z.object({
  /** Articles of the scope, and those of them that need nothing more. */
  articles: z.int(),
  ready: z.int(),
  pages: z.int(),
  pictures: z.int(),
  recordings: z.int(),
  bytes: z.number(),
  /** Bytes that the disk still has; null where it does not say. */
  free: z.number().nullable(),
  /** Articles of which something will stay missing, as is known already (refused, lost). */
  incomplete: z.int(),
});
export type PreparationForecast = z.infer<typeof preparationForecast>;

/** How far a preparation has come; it survives the end of the program. */
export const preparation = z.object({
  wishes: preparationWishes,
  state: z.enum(["running", "paused", "waiting", "finished"]),
  /** What a waiting one waits for. */
  waitsFor: z.enum(["network", "unmetered", "hosts", "retry", "room"]).nullable(),
  /** Pages, pictures and recordings: fetched or given up, and all. */
  done: z.int(),
  total: z.int(),
  /** Bytes fetched, and what is believed to be still to come. */
  bytes: z.number(),
  bytesLeft: z.number(),
  /** Articles that are ready, and of all of the scope; `incomplete`: something could not be had. */
  ready: z.int(),
  articles: z.int(),
  incomplete: z.int(),
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
});
export type Preparation = z.infer<typeof preparation>;

/** What is missing of an article, and why. */
export const gap = z.object({
  articleId,
  feedId,
  /** The publisher's name, also when the title is no longer followed (a bookmark). */
  feedTitle: z.string(),
  headline: z.string(),
  published: z.number(),
  offline: offlineState,
  /** Null: its page is not asked for. */
  page: pageStatus.nullable(),
  /** Pictures of all of its texts that are still to be fetched. */
  picturesWaiting: z.int(),
  /** Pictures that could not be had, and why the first of them could not. */
  picturesFailed: z.int(),
  pictureFailure: errorCode.nullable(),
});
export type Gap = z.infer<typeof gap>;

/** A page as its publisher sent it, cleaned, with its blocks numbered: where a person shows the article. */
export const extractionPage = z.object({
  token,
  articleId,
  address: z.string(),
  /** Safe to show; elements that can be chosen carry `data-block="<number>"`; pictures are left out. */
  html: z.string(),
  /** The block that holds the article as things are; null: none was found. */
  chosen: z.int().nullable(),
  /** A person's own choice stands for this title. */
  isOwnChoice: z.boolean(),
});
export type ExtractionPage = z.infer<typeof extractionPage>;

/** What a choice would give, on that page and on others of the title that are at hand. */
export const extractionPreview = z.object({
  html: z.string(),
  wordCount: z.int(),
  problem: pageRefusal.nullable(),
});
export type ExtractionPreview = z.infer<typeof extractionPreview>;
