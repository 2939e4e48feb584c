/** Writing OPML 2.0 that every other reader takes, and that brings everything back to this one. */
import type { OutlineFeed, OutlineToWrite } from "./types.ts";

/** Names the attributes of our own; others pass over them. */
const ownVocabulary = "https://broadsheet.example/opml";

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly feeds: OutlineFeed[];
}

/** An OPML 2.0 document. What it says of titles, `parseOutline` reads back without loss. */
export function writeOutline(outline: OutlineToWrite): string {
  const root: Folder = { folders: new Map(), feeds: [] };
  for (const feed of outline.feeds) folderAt(root, feed.folder).feeds.push(feed);
  const created = new Date(outline.created).toUTCString();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:broadsheet="${ownVocabulary}">`,
    `  <head>`,
    `    <title>${escaped(outline.title)}</title>`,
    `    <dateCreated>${created}</dateCreated>`,
    `    <docs>http://opml.org/spec2.opml</docs>`,
    `  </head>`,
    `  <body>`,
    ...linesOf(root, "    ", outline.withSecrets === true),
    `  </body>`,
    `</opml>`,
    "",
  ].join("\n");
}

function folderAt(root: Folder, path: readonly string[]): Folder {
  let folder = root;
  for (const name of path) {
    const inside = folder.folders.get(name) ?? { folders: new Map(), feeds: [] };
    folder.folders.set(name, inside);
    folder = inside;
  }
  return folder;
}

function linesOf(folder: Folder, indent: string, withSecrets: boolean): string[] {
  return [
    ...folder.feeds.map((feed) => `${indent}<outline${attributesOf(feed, withSecrets)}/>`),
    ...Array.from(folder.folders).flatMap(([name, inside]) => [
      `${indent}<outline${attribute("text", name)}${attribute("title", name)}>`,
      ...linesOf(inside, `${indent}  `, withSecrets),
      `${indent}</outline>`,
    ]),
  ];
}

/** Every reader shows `text` or `title`, so both are the name that the person knows. */
function attributesOf(feed: OutlineFeed, withSecrets: boolean): string {
  const name = feed.ownTitle ?? feed.title;
  const { retention } = feed;
  return [
    attribute("type", "rss"),
    attribute("text", name),
    attribute("title", name),
    attribute("xmlUrl", withSecrets ? feed.address : withoutSecrets(feed.address)),
    attribute("htmlUrl", feed.site),
    attribute("language", feed.language),
    attribute("category", feed.section === null ? null : `/${feed.section}`),
    attribute("broadsheet:section", feed.section),
    attribute("broadsheet:publisherTitle", feed.ownTitle === null ? null : feed.title),
    attribute("broadsheet:keepDays", retention?.days ?? null),
    attribute("broadsheet:keepArticles", retention?.articles ?? null),
    attribute("broadsheet:keepUnread", retention === null ? null : String(retention.keepUnread)),
  ].join("");
}

/** The name and password of a private feed are nobody else's business. */
function withoutSecrets(address: string): string {
  const url = URL.parse(address);
  if (url === null || (url.username === "" && url.password === "")) return address;
  url.username = "";
  url.password = "";
  return url.href;
}

function attribute(name: string, value: string | number | null): string {
  return value === null ? "" : ` ${name}="${escaped(String(value))}"`;
}

/** Text for an attribute or an element; characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- control characters are what it is about
      .replace(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      // Otherwise they would come back as spaces.
      .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
