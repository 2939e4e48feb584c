/** Which of an article's texts is shown, and what belongs to it. */
import type { Article, PageStatus, Section, TextSource } from "../../preload/contract/contract.ts";
import type { ArticleRecord, StoredPicture } from "./editions/article-record.ts";

/** An article's texts: the feed's own, and the one of its page. */
export interface Texts {
  readonly html: string;
  readonly page: string | null;
}

type Shown = Pick<
  Article,
  | "text"
  | "texts"
  | "html"
  | "pictures"
  | "leadPicture"
  | "leadCaption"
  | "leadCredit"
  | "standfirst"
  | "wordCount"
>;

/** The text that is shown, with the pictures that it refers to. */
export interface ChosenText {
  readonly source: TextSource;
  readonly html: string;
  readonly pictures: readonly StoredPicture[];
  /** Among `pictures`. */
  readonly leadPicture: number | null;
}

/** Which of an article's texts are kept, the feed's first. */
function textsOf(record: ArticleRecord, texts: Texts): TextSource[] {
  const hasPage = texts.page !== null && (record.page?.text ?? null) !== null;
  return [
    ...(texts.html === "" && hasPage ? [] : (["feed"] as const)),
    ...(hasPage ? (["page"] as const) : []),
  ];
}

/** The wanted text, where it is there, else the better one. */
export function chooseText(record: ArticleRecord, texts: Texts, wanted?: TextSource): ChosenText {
  const kept = textsOf(record, texts);
  const ofPage = record.page?.text ?? null;
  const better = ofPage?.isBetter === true || !kept.includes("feed") ? "page" : "feed";
  const source =
    wanted !== undefined && kept.includes(wanted)
      ? wanted
      : kept.includes(better)
        ? better
        : "feed";
  const firstOfPage = ofPage?.firstPicture ?? record.pictures.length;
  return source === "page"
    ? {
        source,
        html: texts.page ?? "",
        pictures: record.pictures.slice(firstOfPage),
        leadPicture: ofPage?.leadPicture ?? null,
      }
    : {
        source,
        html: texts.html,
        pictures: record.pictures.slice(0, firstOfPage),
        leadPicture: record.leadPicture,
      };
}

/** The same as the window gets it. */
export function shownText(record: ArticleRecord, texts: Texts, wanted?: TextSource): Shown {
  const { source, html, pictures, leadPicture } = chooseText(record, texts, wanted);
  const facts = source === "page" ? record.page?.text : null;
  return {
    text: source,
    texts: textsOf(record, texts),
    html,
    pictures: pictures.map(asPicture),
    leadPicture,
    leadCaption: facts?.leadCaption ?? "",
    leadCredit: facts?.leadCredit ?? "",
    standfirst: facts?.standfirst ?? "",
    wordCount: facts?.wordCount ?? record.wordCount,
  };
}

/** What became of its page; null where that is not asked for. */
export function statusOf({ page }: ArticleRecord): PageStatus | null {
  if (page === undefined) return null;
  const { state, reason, nextTry, isExcerpt, httpStatus, text } = page;
  return {
    state,
    reason,
    nextTry,
    isExcerpt,
    httpStatus: httpStatus ?? null,
    kind: text?.kind ?? "article",
    missing: text?.missing ?? null,
  };
}

/** Words of the text that is shown. */
export function wordCountOf({ page, wordCount }: ArticleRecord): number {
  const ofPage = page?.text ?? null;
  return ofPage !== null && (ofPage.isBetter || wordCount === 0) ? ofPage.wordCount : wordCount;
}

export const sectionOf = ({ page, section }: ArticleRecord): Section | null =>
  section ?? page?.text?.section ?? null;

export const languageOf = ({ language, page }: ArticleRecord): string | null =>
  language ?? page?.text?.language ?? null;

function asPicture({
  media,
  width,
  height,
  failure,
  alt,
}: StoredPicture): Article["pictures"][number] {
  return { media, width, height, failure, alt };
}
