import { join } from "node:path";
import type { ArticleId, BookmarkDetails } from "../../../preload/contract/contract.ts";
import { parseArticleId } from "../editions/article-record.ts";
import { dayName } from "../editions/editions.ts";
import type { BookmarkCopy } from "../bookmarks/bookmarks.ts";
import type { Parts } from "../parts.ts";
import { asIso, describeRecord, showPictures } from "./exported-article.ts";
import { chooseText, type ChosenText } from "../shown-text.ts";
import { escapeText } from "./outline-file.ts";

/** Writes a bookmark as a folder of its own: a page for browsers, the same as JSON, its pictures. */
export async function exportBookmark(parts: Parts, into: string, id: ArticleId): Promise<void> {
  const { bookmarks, disk, sources, statuses } = parts;
  const copy = await bookmarks.read(id);
  if (copy === null) return;
  const { record } = copy;
  const folder = join(into, folderName(copy));
  await disk.makeFolder(folder);
  for (const name of new Set(record.pictures.flatMap(({ media }) => media ?? []))) {
    const from = await bookmarks.picturePath(id, name);
    if (from !== null) await disk.copy(from, join(folder, name), false);
  }
  const details = await parts.details.of(id);
  const text = chooseText(record, { html: copy.html, page: copy.page ?? null });
  const facts = {
    ...describeRecord(record, text, copy.feedTitle, (name) => name),
    feedAddress: sources.feed(record.feedId)?.address ?? null,
    bookmarked: asIso(statuses.data.bookmarks.get(id) ?? null),
    ownTags: details.tags,
    note: details.note,
    highlights: details.highlights.map((one) => ({ ...one, at: asIso(one.at) })),
    html: showPictures(text, (name) => name),
  };
  const json = `${JSON.stringify(facts, null, 2)}\n`;
  await disk.replace(join(folder, "bookmark.json"), Buffer.from(json));
  await disk.replace(join(folder, "index.html"), Buffer.from(pageOf(copy, text, details)));
}

/** Day, headline and number: readable, different for each, and allowed on every system. */
function folderName({ record }: BookmarkCopy): string {
  const { day, number } = parseArticleId(record.id);
  const words = record.headline
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  const short = words
    .slice(0, 60)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
  return [dayName(day), short, `(${number})`].filter((part) => part !== "").join(" ");
}

/** A page that loads nothing but its own pictures and runs no script. */
function pageOf(
  { record, feedTitle }: BookmarkCopy,
  text: ChosenText,
  details: BookmarkDetails,
): string {
  const lead = text.leadPicture === null ? undefined : text.pictures[text.leadPicture];
  const published = asIso(record.published)?.slice(0, 10) ?? "";
  const byline = [feedTitle, record.author, published].filter((part) => part !== "").join(" · ");
  return `<!doctype html>
<html${record.language === null ? "" : ` lang="${escapeText(record.language)}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeText(record.headline)}</title>
<style>
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.6 serif; }
img { max-width: 100%; height: auto; }
</style>
</head>
<body>
<h1>${escapeText(record.headline)}</h1>
<p>${escapeText(byline)}</p>
${record.address === null ? "" : `<p><a href="${escapeText(record.address)}">${escapeText(record.address)}</a></p>`}
${lead?.media === undefined || lead.media === null ? "" : `<p><img src="${escapeText(lead.media)}" alt="${escapeText(lead.alt)}"></p>`}
${showPictures(text, (name) => name)}
${writtenTo(details)}</body>
</html>
`;
}

/** What the person wrote, below the text. */
function writtenTo({ tags, note, highlights }: BookmarkDetails): string {
  const lines = [
    tags.length === 0 ? "" : `<p>${tags.map((tag) => `#${escapeText(tag)}`).join(" ")}</p>`,
    note === "" ? "" : asParagraph(note),
    ...highlights.flatMap((one) => [
      `<blockquote>${asParagraph(one.quote)}</blockquote>`,
      one.note === "" ? "" : asParagraph(one.note),
    ]),
  ].filter((line) => line !== "");
  return lines.length === 0 ? "" : `<hr>\n${lines.join("\n")}\n`;
}

function asParagraph(text: string): string {
  return `<p style="white-space: pre-line">${escapeText(text)}</p>`;
}
