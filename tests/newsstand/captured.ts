import { readFileSync, existsSync } from "node:fs";
import { extname, join } from "node:path";
import { z } from "zod";
import type { Newsstand, Publisher } from "./newsstand.ts";

/**
 * Adds every feed of a corpus as a publisher of its own: `<folder>/captured.json` lists the files,
 * `<folder>/expectations.json` knows the content type of some. Slugs are `captured-<number>`, in
 * the list's order.
 */
export function addCaptured(newsstand: Newsstand, folder: string): Publisher[] {
  const files = z.array(z.string()).parse(readJson(join(folder, "captured.json")));
  const types = contentTypes(folder);
  return files.map((file, index) =>
    newsstand.add({
      slug: `captured-${index + 1}`,
      title: file,
      body: readFileSync(join(folder, file)),
      contentType: types.get(file) ?? typesByExtension[extname(file)] ?? "application/xml",
    }),
  );
}

function contentTypes(folder: string): ReadonlyMap<string, string> {
  const path = join(folder, "expectations.json");
  if (!existsSync(path)) return new Map();
  const expectations = z
    .array(z.object({ file: z.string(), contentType: z.string().optional() }))
    .parse(readJson(path));
  return new Map(
    expectations.flatMap(({ file, contentType }) =>
      contentType === undefined ? [] : [[file, contentType] as const],
    ),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

const typesByExtension: Readonly<Record<string, string>> = {
  ".json": "application/feed+json",
  ".rss": "application/rss+xml",
  ".atom": "application/atom+xml",
  ".rdf": "application/rdf+xml",
};
