/** What kind of page an article stands on. */
import { hasType } from "./facts/linked-data.ts";
import { metaOf, type PageSource } from "./facts/survey.ts";
import { elementsOf, type PageElement } from "./tree.ts";
import { isLive } from "./live.ts";
import type { PageKind } from "./types.ts";

/** Pages with more pictures than paragraphs, and at least so many, are galleries. */
const galleryMinimum = 6;
/** A film with fewer characters of text is what the page is about. */
const filmText = 600;

/** Tells live reports, galleries and films from articles. */
export function kindOf(source: PageSource, article: PageElement, text: string): PageKind {
  const { nodes } = source.linked;
  if (isLive(source)) return "live";
  const isFilm =
    metaOf(source, "og:type").startsWith("video") ||
    nodes.some((node) => hasType(node, /^VideoObject$/));
  if (isFilm && text.length < filmText) return "video";
  const inside = elementsOf(article);
  const pictures = inside.filter(({ name }) => name === "img").length;
  const paragraphs = text.split("\n").filter((line) => line.length > 200).length;
  return pictures >= galleryMinimum && pictures > paragraphs * 2 ? "gallery" : "article";
}
