import { decodePage, parseDate } from "../feeds/feeds.ts";
import { cleanArticle, plainText } from "../offline/offline.ts";
import { selectorOf, showPage } from "../offline/choose/choose.ts";
import { readPage, type PageOrigin } from "../offline/page/read-page.ts";
import type { Jobs } from "./jobs.ts";

type ChosenPage = Jobs["showPage"]["input"];

/** Makes a page safe to show, with its blocks numbered. */
export function showChoices(input: ChosenPage): Jobs["showPage"]["output"] {
  const { html, origin } = asPage(input);
  return showPage(html, { ...origin, selector: input.selector });
}

/** Reads the article that a block of that page would give, without its pictures. */
export function readChosen(input: Jobs["readChosen"]["input"]): Jobs["readChosen"]["output"] {
  const nothing = { selector: null, html: "", wordCount: 0, problem: "no-article" } as const;
  const { html, origin } = asPage(input);
  const selector = selectorOf(html, input.address, input.block);
  if (selector === null) return nothing;
  const read = readPage(html, { ...origin, selector });
  if (!read.ok)
    return { ...nothing, problem: read.reason === "too-large" ? "too-deep" : read.reason };
  // Too little stands there: on every page the usual way would be gone instead.
  if (read.ownChoice !== "followed") return nothing;
  const { html: cleaned, wordCount } = cleanArticle(read.html, {
    baseUrl: input.address,
    image: null,
  });
  return { selector, html: cleaned, wordCount, problem: null };
}

function asPage(input: ChosenPage): { html: string; origin: PageOrigin } {
  const { bytes, contentType, address, askedFor, headline, feedHtml } = input;
  return {
    html: decodePage(bytes, contentType ?? undefined),
    origin: {
      address,
      askedFor,
      feedTitle: headline,
      feedText: plainText(feedHtml),
      readDate: parseDate,
    },
  };
}
