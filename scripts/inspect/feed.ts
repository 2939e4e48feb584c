/** `inspect feed`: what the feed reader makes of a document. */
import { parseFeed, type FeedSource, type ParsedItem } from "../../main/feeds/feeds.ts";
import { print, readArguments, readInput, UsageError, type Subject } from "./usage.ts";

/** Prints one object for a file, or one line for each line of a batch. */
export function inspectFeed(given: readonly string[]): void {
  const { subjects, isBatch } = readArguments(given);
  for (const subject of subjects)
    print(isBatch ? describeSafely(subject) : describe(subject), isBatch);
}

/** In a batch one missing file does not stop the others. */
function describeSafely(subject: Subject): unknown {
  try {
    return describe(subject);
  } catch (error) {
    if (error instanceof UsageError) return { ok: false, reason: "unreadable" };
    throw error;
  }
}

function describe(subject: Subject): unknown {
  const base = subject.baseUrl ?? subject.url;
  const source: FeedSource = {
    ...(subject.contentType === undefined ? {} : { contentType: subject.contentType }),
    ...(base === undefined ? {} : { baseUrl: base }),
  };
  const feed = parseFeed(readInput(subject.file), source);
  if (!feed.ok) return { ok: false, reason: feed.reason };
  const { ok, format, title, link, description, language, image, items } = feed;
  const { icon, self, hubs, waitMinutes, skipHours, skipDays, problems } = feed;
  return {
    ok,
    format,
    title,
    link,
    description,
    language,
    image,
    icon,
    self,
    hubs,
    waitMinutes,
    skipHours,
    skipDays,
    problems,
    items: items.map(describeItem),
  };
}

function describeItem(item: ParsedItem): unknown {
  const { id, title, link, authors, summary, content, image, categories, language } = item;
  const { discussion, replyTo, place, duration } = item;
  return {
    id,
    title,
    link,
    published: asIso(item.published),
    updated: asIso(item.updated),
    authors,
    summary,
    content,
    enclosures: item.enclosures.map(({ address, type, length }) => ({
      url: address,
      type,
      length,
    })),
    image,
    categories,
    language,
    discussion,
    replyTo,
    place,
    duration,
  };
}

function asIso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
