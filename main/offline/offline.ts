/** From publisher's HTML to an article that is safe and whole on this disk: the public file. Pure. */
import type { IncomingPicture } from "../library/types.ts";

export interface CleanedArticle {
  /** Allow-listed HTML; pictures only as `<img data-picture="index" alt="…">`. */
  readonly html: string;
  readonly pictures: readonly IncomingPicture[];
  /** Plain text, blocks parted by line feeds. */
  readonly text: string;
  readonly wordCount: number;
}

export interface CleaningOptions {
  readonly baseUrl: string | null;
  /** Picture that stands for the article; added to `pictures` when the body does not show it. */
  readonly image: string | null;
}

/** Cleans an article's HTML by an allow-list. Never throws; hostile input gives less, never harm. */
export function cleanArticle(
  _html: string,
  _options: CleaningOptions,
): CleanedArticle & { leadPicture: number | null } {
  throw new Error("not written yet");
}

/** What a stored picture is, told by its bytes alone; null when it is not a picture we keep. */
export interface InspectedPicture {
  readonly extension: "jpg" | "png" | "gif" | "webp" | "avif" | "svg" | "bmp" | "ico";
  readonly width: number;
  readonly height: number;
}
