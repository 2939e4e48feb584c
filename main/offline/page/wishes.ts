/** What publishers ask of programs that keep copies of their pages. */
import type { PageSource } from "./facts/survey.ts";

/** The name by which publishers can mean this program alone. */
const ownName = "broadsheet";
/** Wishes that a kept copy would go against. Others are about lists of search engines. */
const noCopies = /(?:^|[\s,])(?:noarchive|nocache)(?=$|[\s,])/i;
const noMachines = /(?:^|[\s,])noai(?=$|[\s,])/i;

/**
 * True when the page, or the header `X-Robots-Tag` that came with it, asks programs to keep no copy:
 * all of them, or this one by its name. `isOrdered`: a person said of this title that its pages are
 * to be had, and then a copy is theirs, as one that a browser saves.
 */
export function wantsNoCopy(
  { meta }: PageSource,
  robotsTag: string | null,
  isOrdered: boolean,
): boolean {
  const written = [...(meta.get("robots") ?? []), ...(meta.get(ownName) ?? [])];
  const wishes = [...written, ...(robotsTag ?? "").split("\n").flatMap(directivesForUs)];
  return wishes.some((one) => noMachines.test(one) || (!isOrdered && noCopies.test(one)));
}

/** Directives of one line of the header that mean all programs, or us: a name before them means another one. */
function directivesForUs(tag: string): string[] {
  const meant: string[] = [];
  let name: string | null = null;
  for (const part of tag.split(",")) {
    const named = /^\s*([\w-]+)\s*:(.*)$/.exec(part);
    const isName = named !== null && !/^(?:unavailable_after|max-)/i.test(named[1] ?? "");
    if (isName) name = (named[1] ?? "").toLowerCase();
    if (name === null || name === ownName) meant.push(isName ? (named[2] ?? "") : part);
  }
  return meant;
}
