/** The next page of an article that was cut into several. */
import { siteOf } from "./facts/other-facts.ts";
import { absolute, type PageSource } from "./facts/survey.ts";
import { lineOf } from "./tree.ts";

/** No article has more pages; larger numbers are names of articles. */
const pageLimit = 40;

/** How addresses tell pages: the number is the second group, what is around it stays the same. */
const pageMarks: readonly RegExp[] = [
  /([?&](?:page|pg|seite|pagina|página|strona|pagenumber|currentpage|startpage|page_number|onepage)=)(\d{1,2})(?=&|$)/i,
  /(\/(?:page|seite|pagina|strona|p|s)[/-]?)(\d{1,2})(?=\/?(?:$|[?#]))/i,
  /([-_,.](?:page|seite|p|s)?[-_]?)(\d{1,2})(?=\.[a-z]{3,5}(?:$|[?#]))/i,
  /(\/)(\d{1,2})(?=\/?(?:$|[?#]))/,
];

const nextLabel =
  /^(?:\s|[»›→>]|&gt;)*(?:next(?: page)?|(?:nächste|folgende) seite|weiter|page suivante|suivante?|(?:página )?siguiente|pagina successiva|successiv[ao]|avanti|próxima(?: página)?|volgende(?: pagina)?|nästa(?: sida)?|neste(?: side)?|næste(?: side)?|następna(?: strona)?|dalej|следующая(?: страница)?|далее|次(?:の|へ)(?:ページ)?|次ページ|下一页|下一頁|다음(?: 페이지)?|\d{1,2})(?:\s|[»›→>])*$/i;

/** Address of the page after this one of the same article, or null. */
export function findNextPage(source: PageSource): string | null {
  for (const { name, attributes, children } of source.elements) {
    // From here on the numbers are those of pages of comments.
    if (
      /^(?:comments?|disqus\S*|respond|reviews?|kommentare|commentaires|comentarios)$/i.test(
        attributes.id ?? "",
      )
    )
      break;
    if ((name !== "a" && name !== "link") || attributes.href === undefined) continue;
    const isNext = /(?:^|\s)next(?:\s|$)/i.test(attributes.rel ?? "");
    const label = name === "a" ? lineOf({ name, attributes, children }) : "";
    if (!isNext && !nextLabel.test(label || (attributes["aria-label"] ?? ""))) continue;
    const address = absolute(attributes.href, source);
    if (address !== null && isFollowing(source.address, address)) return address;
  }
  return null;
}

/** How many pages the article has by the numbers that lead to them; null where none do. */
export function findPageCount(source: PageSource): number | null {
  const from = URL.parse(source.address);
  if (from === null) return null;
  let highest = 1;
  for (const { name, attributes, children } of source.elements) {
    if (name !== "a" || attributes.href === undefined) continue;
    const label = lineOf({ name, attributes, children });
    const number = /^\d{1,2}$/.test(label) ? Number(label) : 0;
    if (number <= highest || number > pageLimit) continue;
    const to = URL.parse(attributes.href, source.base);
    const isOurs =
      to !== null &&
      siteOf(from) === siteOf(to) &&
      pageMarks.some(
        (mark) => mark.exec(to.href)?.[2] === label && bare(from, mark) === bare(to, mark),
      );
    if (isOurs) highest = number;
  }
  return highest === 1 ? null : highest;
}

/** True when an address is that of the page after another: the same but for the number. */
export function isFollowing(current: string, candidate: string): boolean {
  const [from, to] = [URL.parse(current), URL.parse(candidate)];
  if (from === null || to === null || siteOf(from) !== siteOf(to)) return false;
  for (const mark of pageMarks) {
    const match = mark.exec(to.href);
    if (match === null) continue;
    const number = Number(match[2]);
    if (number < 2 || number > pageLimit) continue;
    const before = mark.exec(from.href);
    // The first page may bear no number; from all others a link to the second leads back.
    const current = before === null ? 1 : Number(before[2]);
    if (current === number - 1 && bare(from, mark) === bare(to, mark)) return true;
  }
  return false;
}

/** The address without its number and without what often changes with it. */
function bare(url: URL, mark: RegExp): string {
  const shown = `${url.hostname.replace(/^www\./, "")}${url.pathname}${url.search}`;
  return shown.replace(mark, "").replace(/[?&]$/, "").replace(/\/+$/, "").toLowerCase();
}
