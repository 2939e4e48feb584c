import type { ExportFormat } from "../../preload/contract/contract.ts";
import { isoOf } from "./escape.ts";

/** What stands before, between and behind the bookmarks of a format that is one file. */
export interface Frame {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** `made`: when the export is made, in milliseconds since 1970-01-01 UTC. */
export function frameOf(
  format: Extract<ExportFormat, "json" | "html" | "netscape">,
  made: number,
): Frame {
  switch (format) {
    case "json":
      return {
        before: `{\n"format": "broadsheet-bookmarks",\n"version": 1,\n"exported": "${isoOf(made)}",\n"bookmarks": [\n`,
        between: ",\n",
        after: "\n]}\n",
      };
    case "netscape":
      return {
        before: `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
`,
        between: "",
        after: "</DL><p>\n",
      };
    case "html":
      return { before: page, between: "<hr>\n", after: "</body>\n</html>\n" };
  }
}

/** A page that loads nothing and runs no script. */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Bookmarks</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.6 serif; }
img { max-width: 100%; height: auto; }
table { display: block; overflow-x: auto; }
.byline, .address, .tags { font: 0.875rem/1.5 sans-serif; }
.note { padding-inline-start: 1rem; border-inline-start: 3px solid; }
article { break-after: page; overflow-wrap: anywhere; }
</style>
</head>
<body>
`;
