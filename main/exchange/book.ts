import { escape, isoOf } from "./escape.ts";

/** A bookmark's chapter in a book. */
export interface Chapter {
  readonly file: string;
  readonly headline: string;
}

/** The file of a chapter, by its place from 0 on. */
export function chapterName(at: number): string {
  return `bookmark-${String(at + 1).padStart(5, "0")}.xhtml`;
}

const pictureTypes: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
};

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

const style = `body { line-height: 1.5; }
img { max-width: 100%; height: auto; }
.byline, .address, .tags { font-size: 0.85em; overflow-wrap: anywhere; }
.standfirst { font-weight: bold; }
.note { margin-inline-start: 1em; font-style: italic; }
`;

/**
 * The files of a book beside its chapters and pictures (EPUB 3.3, https://www.w3.org/TR/epub-33/).
 * The file `mimetype` is not among them: it has to be the archive's first, and stored as it is.
 *
 * @param id - names the book: another one for each
 * @param made - milliseconds since 1970-01-01 UTC
 */
export function bookFiles(
  { title, id, made }: { readonly title: string; readonly id: string; readonly made: number },
  chapters: readonly Chapter[],
  pictures: readonly string[],
): Readonly<Record<string, string>> {
  return {
    "META-INF/container.xml": container,
    "book/style.css": style,
    "book/nav.xhtml": contents(title, chapters),
    "book/package.opf": manifest({ title, id, made }, chapters, pictures),
  };
}

function contents(title: string, chapters: readonly Chapter[]): string {
  const entries = chapters.map(
    ({ file, headline }) => `<li><a href="${file}">${escape(headline || "…")}</a></li>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>${escape(title)}</title></head>
<body>
<nav epub:type="toc">
<h1>${escape(title)}</h1>
<ol>
${entries.join("\n")}
</ol>
</nav>
</body>
</html>
`;
}

function manifest(
  { title, id, made }: { readonly title: string; readonly id: string; readonly made: number },
  chapters: readonly Chapter[],
  pictures: readonly string[],
): string {
  const items = [
    `<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>`,
    `<item id="style" href="style.css" media-type="text/css"/>`,
    ...chapters.map(
      ({ file }, at) => `<item id="c${at + 1}" href="${file}" media-type="application/xhtml+xml"/>`,
    ),
    ...pictures.map((name, at) => {
      const type = pictureTypes[name.split(".").at(-1) ?? ""] ?? "image/jpeg";
      return `<item id="p${at + 1}" href="pictures/${name}" media-type="${type}"/>`;
    }),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${escape(id)}</dc:identifier>
<dc:title>${escape(title)}</dc:title>
<dc:language>en</dc:language>
<dc:creator>Broadsheet</dc:creator>
<meta property="dcterms:modified">${isoOf(made).slice(0, 19)}Z</meta>
</metadata>
<manifest>
${items.join("\n")}
</manifest>
<spine>
${chapters.map((_, at) => `<itemref idref="c${at + 1}"/>`).join("\n")}
</spine>
</package>
`;
}
