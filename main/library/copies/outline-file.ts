import type { Folder } from "../../../preload/contract/contract.ts";
import type { Feed } from "../types.ts";

/**
 * Titles in their folders as OPML 2.0 (http://opml.org/spec2.opml), which every newsreader takes.
 * `made` in milliseconds since 1970-01-01 UTC.
 */
export function writeOutline(
  folders: readonly Folder[],
  feeds: readonly Feed[],
  made: number,
): string {
  const inFolder = (id: Folder["id"] | null) =>
    feeds.filter((feed) => feed.unfollowedAt === null && feed.folderId === id);
  const lines = folders.flatMap(({ id, name }) => [
    `    <outline${attributes({ text: name, title: name })}>`,
    ...inFolder(id).map((feed) => `      ${entryOf(feed)}`),
    "    </outline>",
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head>",
    "    <title>Broadsheet</title>",
    `    <dateCreated>${new Date(made).toUTCString()}</dateCreated>`,
    "  </head>",
    "  <body>",
    ...lines,
    ...inFolder(null).map((feed) => `    ${entryOf(feed)}`),
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}

function entryOf(feed: Feed): string {
  const name = feed.ownTitle ?? feed.publisherTitle;
  const facts = { type: "rss", text: name, title: name, xmlUrl: withoutSecrets(feed.address) };
  return `<outline${attributes(feed.site === null ? facts : { ...facts, htmlUrl: feed.site })} />`;
}

/** The name and password of a private feed are nobody else's business. */
function withoutSecrets(address: string): string {
  const url = URL.parse(address);
  if (url === null || (url.username === "" && url.password === "")) return address;
  url.username = "";
  url.password = "";
  return url.href;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for XML and HTML, also inside quotes; characters that XML has no place for are left out. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, "")
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
