/** `inspect article`: what the reader of pages makes of a saved web page. */
import { decodePage, parseDate } from "../../main/feeds/feeds.ts";
import { cleanArticle } from "../../main/offline/offline.ts";
import { readPage, type PageArticle } from "../../main/offline/page/read-page.ts";
import { print, readArguments, readInput, UsageError, type Subject } from "./usage.ts";

/** Prints one object for a file, or one line for each line of a batch. */
export function inspectArticle(given: readonly string[]): void {
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

function describe({ file, contentType, url, baseUrl }: Subject): unknown {
  const address = url ?? baseUrl;
  if (address === undefined) throw new UsageError("say with --url where the page comes from");
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
    throw new UsageError(`${address} is not the address of a web page`);
  const html = decodePage(readInput(file), contentType);
  const read = readPage(html, { address, readDate: parseDate });
  return read.ok ? describeArticle(read) : { ok: false, reason: read.reason };
}

function describeArticle(article: PageArticle): unknown {
  const { address, headline, standfirst, byline, section, tags, language, leadPicture } = article;
  const { kind, text, wordCount, paywalled, completeness, next, amp, print: printed } = article;
  return {
    ok: true,
    kind,
    url: address,
    title: headline,
    standfirst,
    byline,
    published: isoDate(article.published),
    updated: isoDate(article.updated),
    section,
    tags,
    language,
    leadImage: leadPicture?.address ?? null,
    leadCaption: leadPicture?.caption ?? null,
    leadCredit: leadPicture?.credit ?? null,
    html: cleaned(article),
    text,
    wordCount,
    paywalled,
    completeness,
    next,
    amp,
    print: printed,
    problems: article.problems,
  };
}

function isoDate(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

/** The article as it is stored, but with pictures by their addresses: none are fetched here. */
function cleaned({ html, address }: PageArticle): string {
  const { html: safe, pictures } = cleanArticle(html, { baseUrl: address, image: null });
  return safe.replace(/ data-picture="(\d+)"/g, (_, index: string) => {
    const picture = pictures[Number(index)];
    return picture === undefined
      ? ""
      : ` src="${picture.address.replaceAll("&", "&amp;").replaceAll('"', "%22")}"`;
  });
}
