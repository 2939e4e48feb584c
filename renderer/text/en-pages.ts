import type { ErrorCode, PageRefusal } from "../../preload/contract/contract.ts";

/** Texts about articles' pages and the full texts on them: part of the catalogue in `en.ts`. */
export const englishPages = {
  "source.page": "Full text from {site}",
  "source.pageWaiting": "Full text from {site}. It is to be fetched again.",
  "source.pageFailed": "Full text from {site}. Fetching it again failed: {reason}.",
  "source.excerpt": "Only the beginning, from {site}: the publisher shows the rest to subscribers.",
  "source.feed": "From the feed; the full text from {site} is kept as well.",
  "source.feedAndExcerpt":
    "From the feed; the page at {site} shows only the beginning, the rest to subscribers.",
  "source.waiting": "From the feed; its page is still to come.",
  "source.waitingAlone": "Its page is still to come.",
  "source.failed": "From the feed; its page could not be read: {reason}.",
  "source.failedAlone": "Its page could not be read: {reason}.",
  "source.walled": "Only the beginning: the publisher shows the rest to subscribers.",
  "source.walledWhole": "From the feed; the publisher shows its page to subscribers alone.",
  "source.walledAlone": "The publisher shows this article to subscribers alone.",
  "source.noMore": "From the feed, which holds as much as its page.",
  "source.live": "{text} It is a live report, as it was when it was fetched.",
  "source.missing": "Pages {from}–{to} are missing.",
  "source.missingOne": "Page {from} is missing.",
  "source.missingOpen": "Page {from} and what follows are missing.",
  "source.answered": "the publisher answered {status}",
  "source.notFound": "the publisher has no page there any more ({status})",
  "source.inPart": "Full text from {site}.",
  "source.nextTry": "Next try {time}.",
  "source.retry": "Fetch it again",

  "offer.full-text": "The full text is here now.",
  "offer.feed-text": "The feed now has the better text.",
  "offer.changed-text": "This text has changed.",
  "offer.show": "Show it",

  "article.fullText": "Full text",
  "article.showFullText": "Show the full text from its page",
  "article.showFeedText": "Show the text of the feed",
  "article.fetchPage": "Fetch its full text",
  "article.fetchPageAgain": "Fetch its full text again",

  "toast.oneText":
    "Only one text of this article is on this disk. “Fetch its full text” in its menu asks for its page.",
  "toast.pageFetched": "The page of this article is fetched as soon as its turn comes.",
  "toast.noPage": "There is no page to be fetched for this article, or it is on its way already.",

  "fullText.label": "Full texts",
  "fullText.auto": "Automatic",
  "fullText.autoShortened": "Automatic (its feed is shortened)",
  "fullText.autoWhole": "Automatic (its feed gives them)",
  "fullText.on": "Always",
  "fullText.off": "Never",
  "fullText.several": "Several",
  "fullText.menu": "Full texts: {choice}",
  "fullText.hint":
    "Where a feed gives only the beginnings of its articles, their pages are fetched too, once each.",
} as const satisfies Record<string, string>;

/** Why a page brought no text, as the second half of a sentence. */
export const englishPageReasons: Readonly<
  Record<PageRefusal, string> & Partial<Record<ErrorCode, string>>
> = {
  "consent-wall": "the site shows nothing but a question about cookies",
  "bot-wall": "the site first wants proof that a person is reading",
  login: "the publisher shows it only to those who are signed in",
  "error-page": "the site shows an error in its place",
  "front-page": "the site leads to its front page instead",
  "needs-scripts": "it is empty before its programs have run, and Broadsheet runs none",
  "less-than-feed": "it holds less than the feed",
  "no-article": "no article was found on it",
  "too-deep": "it is built in a way that cannot be read safely",
  "refused-address": "its address leads into a private network or is no web page",
  unreachable: "the server could not be reached",
  "timed-out": "the server took too long to answer",
  "certificate-expired": "the server’s certificate has expired",
  "certificate-wrong-host": "the server that answered proves to be another one",
  "certificate-untrusted": "nobody whom this computer trusts vouches for the server",
  "unsafe-redirect": "the server wants to be asked without encryption",
  "too-many-redirects": "the server sends from one address to the next without end",
  "http-status": "the server refused it",
  "publisher-wish": "the publisher asks programs to keep no copy of it",
  "too-large": "it is larger than Broadsheet takes",
  "left-out": "it was left out to save room",
};

/** Whatever else it was. */
export const englishOtherReason = "something went wrong";
