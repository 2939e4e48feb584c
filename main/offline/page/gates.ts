/** Pages that must never be stored as an article, and how to tell them. */
import { pageTitle } from "./facts/headline.ts";
import type { NoArticleReason, PageOrigin } from "./types.ts";
import type { PageSource } from "./facts/survey.ts";
import { findElement, isElement, linesOf, type PageElement } from "./tree.ts";
import {
  botText,
  botTitle,
  botTrace,
  consentHost,
  consentPath,
  consentTitle,
  consentWords,
  errorText,
  errorTitle,
  loginPath,
  loginTitle,
  scriptsText,
} from "./words/walls.ts";

/** How far into the source traces are looked for. */
const reach = 200_000;
/** Walls say little; a page with more text than this has something to say of its own. */
const wallText = 2_500;
/** Words of a wall of consent that must be met. */
const consentMinimum = 4;

/** What stands in the article's place, told before it is looked for; null when nothing does. */
export function wallOf(
  source: PageSource,
  html: string,
  { address, askedFor }: PageOrigin,
): NoArticleReason | null {
  const url = URL.parse(address);
  if (url !== null && (consentHost.test(url.hostname) || consentPath.test(url.pathname)))
    return "consent-wall";
  if (url !== null && isFrontPage(url, askedFor)) return "front-page";
  const title = pageTitle(source.page);
  const body = source.page.children[1];
  const text = body === undefined ? "" : linesOf(body);
  const isShort = text.length <= wallText;
  const headings = headingsOf(source);

  if (isShort && botTitle.test(title)) return "bot-wall";
  if (isShort && (botTrace.test(html.slice(0, reach)) || botText.test(text)) && !hasStory(source))
    return "bot-wall";
  if (isShort && consentTitle.test(title)) return "consent-wall";
  if (isShort && !hasStory(source) && saysConsent(text)) return "consent-wall";
  const isAtLogin = url !== null && loginPath.test(url.pathname);
  if (isAtLogin || (isShort && loginTitle.test(title))) {
    if (isShort || hasPassword(source)) return "login";
  }
  if (isShort && hasPassword(source) && !hasStory(source)) return "login";
  if (isShort && [title, ...headings].some((line) => errorTitle.test(line)) && !hasStory(source))
    return "error-page";
  if (text.length < 800 && errorText.test(text)) return "error-page";
  if (isShell(source, text)) return "needs-scripts";
  return null;
}

/** True when what was found is itself the text of a wall. */
export function isWallText(text: string): NoArticleReason | null {
  if (text.length > wallText) return null;
  if (botText.test(text) && text.length < 1_000) return "bot-wall";
  if (saysConsent(text)) return "consent-wall";
  return null;
}

/** An article that moved away is often answered with the front page. */
function isFrontPage(url: URL, askedFor: string | undefined): boolean {
  const asked = askedFor === undefined ? null : URL.parse(askedFor);
  if (asked === null || asked.pathname === url.pathname) return false;
  const isRoot = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|home\/?|index\.\w+)?$/i.test(url.pathname);
  return isRoot && asked.pathname.length > 1 && !/[?&](?:p|id|article)=/.test(url.search);
}

function headingsOf({ elements }: PageSource): string[] {
  return elements
    .filter(({ name }) => name === "h1" || name === "h2")
    .slice(0, 3)
    .map((one) => linesOf(one));
}

/** Paragraphs enough for a story, or the publisher's description of one. */
function hasStory({ elements, article }: PageSource): boolean {
  if (article !== undefined && "datePublished" in article) return true;
  const long = elements.filter((one) => one.name === "p" && linesOf(one).length > 120);
  return long.length >= 4;
}

function saysConsent(text: string): boolean {
  const met = consentWords.filter((word) => word.test(text)).length;
  const mentions =
    text.match(/cookie|consent|privacy|datenschutz|einwillig|vie privée|privacidad/gi)?.length ?? 0;
  return met >= consentMinimum && mentions >= 3;
}

function hasPassword({ page }: PageSource): boolean {
  return (
    findElement(
      page,
      (one) => one.name === "input" && /^password$/i.test(one.attributes.type ?? ""),
    ) !== undefined
  );
}

/** An empty place for a program, or nothing but the request to switch scripts on. */
function isShell({ page, elements }: PageSource, text: string): boolean {
  if (text.length > 400) return false;
  const isEmptyRoot = elements.some(
    (one) =>
      /^(?:root|app|__next|__nuxt|main-app|react-root|app-root|svelte|gatsby)$/i.test(
        one.attributes.id ?? "",
      ) && linesOf(one).length < 60,
  );
  const said = `${text}\n${elements
    .filter(({ name }) => name === "noscript")
    .map(fallbackText)
    .join("\n")}`;
  return (
    isEmptyRoot ||
    (scriptsText.test(said) && findElement(page, ({ name }) => name === "article") === undefined)
  );
}

/** The text in a `noscript`, which is silent otherwise. */
function fallbackText(node: PageElement): string {
  return node.children.map((child) => (isElement(child) ? fallbackText(child) : child)).join(" ");
}
