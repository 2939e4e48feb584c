/** The picture that stands for the article, with what the page says of it. */
import { listOf, textIn, type LinkedNode } from "./linked-data.ts";
import { absolute, linksOf, metaOf, names, type PageSource } from "./survey.ts";
import { isGenericPicture, pictureKey } from "../../same-picture.ts";
import { elementsOf, lineOf, type PageElement } from "../tree.ts";
import { creditLine } from "../words/captions.ts";

export interface LeadPicture {
  readonly address: string;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
}

/** Longer ones are the text of the article. */
const captionLimit = 600;

/** The lead picture as the page's metadata name it, or null; never a logo or a stand-in. */
export function findLeadPicture(source: PageSource): LeadPicture | null {
  const candidates = [
    metaOf(source, "og:image:secure_url"),
    metaOf(source, "og:image", "og:image:url"),
    metaOf(source, "twitter:image", "twitter:image:src"),
    linkedPicture(source.article),
    metaOf(source, "sailthru.image.full", "parsely-image-url", "thumbnail"),
    linksOf(source, /^image_src$/i)[0]?.attributes.href ?? "",
  ];
  for (const candidate of candidates) {
    const address = absolute(candidate, source);
    if (address === null || isGenericPicture(address)) continue;
    const shown = shownAs(address, source);
    const alt = metaOf(source, "og:image:alt", "twitter:image:alt");
    return { address, ...shown, alt: shown.alt || alt };
  }
  return null;
}

function linkedPicture(article: LinkedNode | undefined): string {
  for (const value of [...listOf(article?.image), ...listOf(article?.thumbnailUrl)]) {
    if (typeof value === "string") return value;
    const address = textIn(value as LinkedNode, "contentUrl", "url", "@id");
    if (address !== "") return address;
  }
  return "";
}

/** What the page says where it shows the picture: in the figure around it. */
function shownAs(
  address: string,
  { elements }: PageSource,
): { caption: string; credit: string; alt: string } {
  const key = pictureKey(address);
  const isIt = (one: PageElement): boolean =>
    one.name === "img" &&
    Object.entries(one.attributes).some(
      ([name, value]) =>
        /src|original|lazy/i.test(name) &&
        value
          .split(/\s+/)
          .some(
            (piece) =>
              piece.length > 4 &&
              URL.canParse(piece, address) &&
              pictureKey(new URL(piece, address).href) === key,
          ),
    );
  const image = elements.find(isIt);
  if (image === undefined) return { caption: "", credit: "", alt: "" };
  const alt = (image.attributes.alt ?? "").replace(/\s+/g, " ").trim().slice(0, captionLimit);
  // The innermost figure comes last.
  const figure = elements.findLast((one) => isFigure(one) && elementsOf(one).includes(image));
  return { ...captionOf(figure), alt };
}

function isFigure(one: PageElement): boolean {
  return one.name === "figure" || names(one, "class", /^(?:wp-caption|figure|image-wrap\S*)$/i);
}

const captionName = /caption|legend/i;
const creditName = /credit|copyright|photographer|attribution|source/i;

/** Caption and credit in a figure, apart. */
export function captionOf(figure: PageElement | undefined): { caption: string; credit: string } {
  if (figure === undefined) return { caption: "", credit: "" };
  const inside = elementsOf(figure).slice(1);
  const classOf = ({ attributes }: PageElement): string =>
    `${attributes.class ?? ""} ${attributes.itemprop ?? ""}`;
  const credits = inside.filter((one) => creditName.test(classOf(one)));
  const credit = credits.map(lineOf).find((line) => line !== "" && line.length < 200) ?? "";
  const box =
    inside.find(({ name }) => name === "figcaption") ??
    inside.find((one) => captionName.test(classOf(one)) && lineOf(one) !== "");
  let caption = box === undefined ? "" : lineOf(box);
  if (credit !== "") caption = caption.replace(credit, "").trim();
  else {
    const match = creditLine.exec(caption);
    if (match !== null && match.index > 0) return tidy(caption.slice(0, match.index), match[0]);
  }
  return tidy(caption, credit);
}

function tidy(caption: string, credit: string): { caption: string; credit: string } {
  return {
    caption: caption.length > captionLimit ? "" : caption.trim(),
    credit: credit
      .replace(
        /^[\s(|/·–—-]*(?:(?:image|photo|picture)?\s*(?:credits?|copyright|source)s?\b\s*[:.…]*|photo(?:graph)?(?: by)?\s*:)\s*/i,
        "",
      )
      .replace(/^[\s(|/]+|[\s)|/]+$/g, "")
      .slice(0, 200),
  };
}
