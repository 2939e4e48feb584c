/** Other versions of a page that its publisher offers: all on one page, for slow phones, for printing. */
import { findAmp, findPrint, siteOf } from "./facts/other-facts.ts";
import { absolute, type PageSource } from "./facts/survey.ts";
import { lineOf } from "./tree.ts";
import { wholeLabel } from "./words/parts.ts";

/** The version that most likely holds the article where the page does not, or null. */
export function otherVersion(source: PageSource): string | null {
  return ofPublisher(findAmp(source), source) ?? ofPublisher(findPrint(source), source);
}

/** The version that holds all pages of an article in one, or null. */
export function wholeVersion(source: PageSource): string | null {
  const link = source.elements.find(
    (one) => one.name === "a" && one.attributes.href !== undefined && wholeLabel.test(lineOf(one)),
  );
  return (
    ofPublisher(absolute(link?.attributes.href, source), source) ??
    ofPublisher(findPrint(source), source)
  );
}

/** The address at the publisher itself, also of a copy that a known cache offers; null elsewhere. */
function ofPublisher(address: string | null, source: PageSource): string | null {
  if (address === null) return null;
  const page = new URL(source.address);
  const given = new URL(address);
  const cached =
    /^https:\/\/(?:[\w-]+\.cdn\.ampproject\.org\/[cv]|(?:www\.)?google\.[a-z.]{2,6}\/amp)\/(s\/)?([^?#]+)/.exec(
      given.href,
    );
  const url =
    cached === null
      ? given
      : URL.parse(`${cached[1] === undefined ? "http" : "https"}://${cached[2] ?? ""}`);
  if (url === null || siteOf(url) !== siteOf(page)) return null;
  url.hash = "";
  return url.href === page.href ? null : url.href;
}
