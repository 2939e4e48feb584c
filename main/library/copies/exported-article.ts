import { readFrame } from "../articles.ts";
import type { ArticleRecord } from "../editions/article-record.ts";
import { flag } from "../index/article-index.ts";
import { feedTitle, type Parts } from "../parts.ts";
import { chooseText, languageOf, sectionOf, wordCountOf, type ChosenText } from "../shown-text.ts";
import { escapeText } from "./outline-file.ts";

/** An article as the export writes it; null for one that has been purged meanwhile. */
export async function describeArticle(
  parts: Parts,
  row: number | undefined,
  record: ArticleRecord,
): Promise<object | null> {
  const { index, sources, statuses } = parts;
  if (row === undefined || index.has(row, flag.gone)) return null;
  const frame = await readFrame(parts, row, record);
  const text = chooseText(record, frame ?? { html: "", page: null });
  return {
    ...describeRecord(record, text, feedTitle(sources, record.feedId), pathOfPicture),
    feedAddress: sources.feed(record.feedId)?.address ?? null,
    read: index.has(row, flag.read),
    bookmarked: asIso(statuses.data.bookmarks.get(record.id) ?? null),
    html: showPictures(text, pathOfPicture),
  };
}

function pathOfPicture(name: string): string {
  return `../pictures/${name.slice(0, 2)}/${name}`;
}

/** The facts of an article and of its text; `pathOf` says where a picture's file lies. */
export function describeRecord(
  record: ArticleRecord,
  text: ChosenText,
  title: string,
  pathOf: (name: string) => string,
): object {
  return {
    id: record.id,
    title,
    headline: record.headline,
    author: record.author || (record.page?.text?.author ?? ""),
    address: record.address,
    published: asIso(record.published),
    arrived: asIso(record.arrived),
    updated: asIso(record.updated),
    section: sectionOf(record),
    tags: record.tags,
    language: languageOf(record),
    wordCount: wordCountOf(record),
    excerpt: record.excerpt,
    leadPicture: text.leadPicture,
    pictures: text.pictures.map(({ address, alt, width, height, media }) => {
      return { address, alt, width, height, file: media === null ? null : pathOf(media) };
    }),
    enclosures: record.enclosures,
  };
}

/**
 * Gives the pictures of a stored text their files: it names them by their numbers
 * (`<img data-picture="0" alt="…">`), and those that are not here by their address.
 */
export function showPictures(
  { html, pictures }: ChosenText,
  pathOf: (name: string) => string,
): string {
  return html.replaceAll(/ data-picture="(\d{1,6})"/g, (_all, number: string) => {
    const picture = pictures[Number(number)];
    if (picture === undefined) return "";
    return ` src="${escapeText(picture.media === null ? picture.address : pathOf(picture.media))}"`;
  });
}

export function asIso(time: number | null): string | null {
  if (time === null) return null;
  const date = new Date(time);
  return Number.isNaN(date.valueOf()) ? null : date.toISOString();
}
