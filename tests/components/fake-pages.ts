import type { Article, PageStatus, TextSource } from "../../preload/contract/contract.ts";

/** A page whose text is here, whole. */
export const fakePageStatus: PageStatus = {
  state: "stored",
  reason: null,
  nextTry: null,
  isExcerpt: false,
  httpStatus: null,
  kind: "article",
  missing: null,
};

/** What an article has that was fetched whole from its page. */
export const fakePageText: Partial<Article> = {
  text: "page",
  texts: ["feed", "page"],
  page: fakePageStatus,
  standfirst: "It began as a class project, and may end in every stairwell of the country.",
  leadCaption: "The sensor beside a coin, in the laboratory where it learned",
  leadCredit: "Photograph: Ines Okafor",
};

/** Of every ten articles, the second has two texts, the third was refused, the ninth waits. */
export function fakePageOf(number: number, now: number): Partial<Article> {
  switch (number % 10) {
    case 1:
      return { ...fakePageText, leadPicture: 0 };
    case 2:
      return { page: { ...fakePageStatus, state: "refused", reason: "consent-wall" } };
    case 3:
      return {
        page: { ...fakePageStatus, state: "failed", reason: "timed-out", nextTry: now + 3_600_000 },
      };
    case 8:
      return { page: { ...fakePageStatus, state: "waiting" }, offline: "text" };
    default:
      return {};
  }
}

/** An article with the text that is wanted, where it has two: the feed's is the excerpt alone. */
export function withText(article: Article, wanted: TextSource | undefined): Article {
  const isFeed = article.texts.length > 1 && wanted === "feed";
  if (!isFeed) return article;
  return {
    ...article,
    text: "feed",
    html: `<p>${article.excerpt}</p>`,
    pictures: [],
    leadPicture: null,
    standfirst: "",
    leadCaption: "",
    leadCredit: "",
    wordCount: 24,
  };
}
