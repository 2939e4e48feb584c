import TurndownService from "turndown";
import type { ExportFormat, Highlight } from "../../preload/contract/contract.ts";
import { dayOf, escape, isoOf } from "./escape.ts";
import { pictureFolder } from "./pictures.ts";
import { writeXhtml } from "./write-xhtml.ts";

/** A bookmark as it goes to other programs: plain data. */
export interface ExchangedBookmark {
  readonly headline: string;
  /** Its address at the publisher's; null when that gave none. */
  readonly address: string | null;
  /** The publisher's name. */
  readonly title: string;
  readonly author: string;
  readonly section: string | null;
  readonly language: string | null;
  readonly standfirst: string;
  /** Moments in milliseconds since 1970-01-01 UTC; `kept`: when the bookmark was set. */
  readonly published: number;
  readonly kept: number;
  /** Tags of the person and of the publisher. */
  readonly tags: readonly string[];
  readonly topics: readonly string[];
  readonly note: string;
  readonly highlights: readonly Highlight[];
  /** Sanitised; pictures as `<img data-picture="index">` into `pictures`. */
  readonly html: string;
  /** Their files' names; null: not on disk. */
  readonly pictures: readonly { readonly file: string | null; readonly alt: string }[];
  readonly leadPicture: number | null;
}

/** Kinds of pictures that every EPUB reader shows (EPUB 3.3, 3.2 core media types). */
const bookPictures = /\.(?:jpg|png|gif|webp)$/;

/**
 * A bookmark in a format, as a part of what `frameOf` or `bookFiles` frames; pictures are named
 * `pictures/<file>`. Null: the format cannot hold it.
 */
export function renderBookmark(format: ExportFormat, bookmark: ExchangedBookmark): string | null {
  switch (format) {
    case "json":
      return JSON.stringify(asData(bookmark), null, 2);
    case "netscape":
      return asLink(bookmark);
    case "html":
      return `<article${languageOf(bookmark)}>\n${headOf(bookmark, "h2")}${textOf(bookmark)}\n${footOf(bookmark)}</article>\n`;
    case "folder":
      return asMarkdown(bookmark);
    case "epub":
      return asChapter(bookmark);
  }
}

function asData({ pictures, html: _stored, published, kept, ...bookmark }: ExchangedBookmark) {
  return {
    ...bookmark,
    published: isoOf(published),
    bookmarked: isoOf(kept),
    highlights: bookmark.highlights.map((one) => ({ ...one, at: isoOf(one.at) })),
    pictures: pictures.map(({ file, alt }) => ({ file, alt })),
    html: textOf({ pictures, html: _stored }),
  };
}

/** As browsers write their bookmarks; tags as Firefox has them. */
function asLink({ address, headline, kept, tags, note }: ExchangedBookmark): string | null {
  if (address === null) return null;
  const labels = tags.map((tag) => tag.replaceAll(",", " ")).join(",");
  const added = Math.floor(kept / 1000);
  const line = `    <DT><A HREF="${escape(address)}" ADD_DATE="${added}"${labels === "" ? "" : ` TAGS="${escape(labels)}"`}>${escape(headline || address)}</A>\n`;
  return note === "" ? line : `${line}    <DD>${escape(note).replaceAll(/\s*\n\s*/g, " ")}\n`;
}

/** The text with its pictures as files; those that are not on disk are left out. */
function textOf({ html, pictures }: Pick<ExchangedBookmark, "html" | "pictures">): string {
  return html.replaceAll(/<img\b([^>]*?) data-picture="(\d{1,6})"([^>]*)>/g, (...parts) => {
    const [, before, number, after] = parts as unknown as [string, string, string, string];
    const file = pictures[Number(number)]?.file ?? null;
    return file === null ? "" : `<img${before} src="${pictureFolder}/${file}"${after}>`;
  });
}

function languageOf({ language }: ExchangedBookmark): string {
  if (language === null || !/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language)) return "";
  return ` lang="${language}"`;
}

function headOf(bookmark: ExchangedBookmark, heading: "h1" | "h2"): string {
  const { headline, title, author, published, address, tags, note, standfirst } = bookmark;
  const byline = [title, author, dayOf(published)].filter((part) => part !== "").join(" · ");
  const lead = bookmark.pictures[bookmark.leadPicture ?? -1];
  const file = lead?.file ?? null;
  return [
    `<${heading}>${escape(headline || title || "…")}</${heading}>`,
    standfirst === "" ? "" : `<p class="standfirst">${escape(standfirst)}</p>`,
    `<p class="byline">${escape(byline)}</p>`,
    address === null || URL.parse(address) === null
      ? ""
      : `<p class="address"><a href="${escape(URL.parse(address)?.href ?? "")}">${escape(address)}</a></p>`,
    tags.length === 0
      ? ""
      : `<p class="tags">${tags.map((tag) => `#${escape(tag)}`).join(" ")}</p>`,
    note === "" ? "" : `<p class="note">${lines(note)}</p>`,
    file === null
      ? ""
      : `<p><img src="${pictureFolder}/${file}" alt="${escape(lead?.alt ?? "")}"/></p>`,
    "",
  ]
    .filter((line, at, all) => line !== "" || at === all.length - 1)
    .join("\n");
}

function footOf({ highlights }: ExchangedBookmark): string {
  if (highlights.length === 0) return "";
  const parts = highlights.map(
    ({ quote, note }) =>
      `<blockquote><p>${lines(quote)}</p></blockquote>\n${note === "" ? "" : `<p class="note">${lines(note)}</p>\n`}`,
  );
  return `<hr/>\n<section class="highlights">\n${parts.join("")}</section>\n`;
}

function lines(text: string): string {
  return escape(text).replaceAll("\n", "<br/>");
}

function asMarkdown(bookmark: ExchangedBookmark): string {
  const { headline, address, title, author, language, published, kept, tags, note } = bookmark;
  const facts = Object.entries({
    title: headline,
    publisher: title,
    author,
    address: address ?? "",
    published: isoOf(published),
    bookmarked: isoOf(kept),
    language: language ?? "",
    tags: tags.length === 0 ? "" : tags,
  }).filter(([, value]) => value !== "");
  // Quoted as in JSON, which YAML takes as it stands (https://yaml.org/spec/1.2.2/#13-terminology).
  const matter = facts.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join("\n");
  const lead = bookmark.pictures[bookmark.leadPicture ?? -1]?.file ?? null;
  const parts = [
    `---\n${matter}\n---`,
    `# ${headline.replaceAll(/\s+/g, " ")}`,
    bookmark.standfirst === "" ? "" : `**${bookmark.standfirst.replaceAll(/\s+/g, " ")}**`,
    lead === null ? "" : `![](${pictureFolder}/${lead})`,
    toMarkdown(textOf(bookmark)),
    note === "" ? "" : `## Note\n\n${note}`,
    bookmark.highlights.length === 0
      ? ""
      : `## Highlights\n\n${bookmark.highlights.map(quoted).join("\n\n")}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function quoted({ quote, note }: Highlight): string {
  const text = quote
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
  return note === "" ? text : `${text}\n\n${note}`;
}

let service: TurndownService | null = null;

function toMarkdown(html: string): string {
  if (service === null) {
    service = new TurndownService({
      headingStyle: "atx",
      codeBlockStyle: "fenced",
      emDelimiter: "*",
    });
    // Markdown has no tables of its own; every renderer takes HTML.
    service.keep(["table", "sub", "sup", "ruby"]);
  }
  return service.turndown(html);
}

function asChapter(bookmark: ExchangedBookmark): string {
  const hasPicture = (source: string): boolean => bookPictures.test(source);
  const language = languageOf(bookmark);
  const both = language === "" ? "" : `${language} xml:${language.trim()}`;
  const lead = bookmark.pictures[bookmark.leadPicture ?? -1]?.file ?? "";
  const shown = { ...bookmark, leadPicture: hasPicture(lead) ? bookmark.leadPicture : null };
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"${both}>
<head>
<title>${escape(bookmark.headline || bookmark.title || "…")}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${headOf(shown, "h1")}${writeXhtml(textOf(bookmark), hasPicture)}
${footOf(bookmark)}</body>
</html>
`;
}
