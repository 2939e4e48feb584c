/** Articles that are told by pictures: galleries, and pages with a film on them. */
import { hasType, listOf, textIn, type LinkedNode } from "./facts/linked-data.ts";
import { absolute, metaOf, type PageSource } from "./facts/survey.ts";
import { pictureKey } from "../same-picture.ts";
import { copyOf, element, findElement, isElement, lineOf, type PageElement } from "./tree.ts";

/** Fewer pictures are no gallery. */
const galleryMinimum = 4;
const galleryMark =
  /(?:^|[\s_-])(?:photo|picture|image|bilder)?-?(?:gallery|galerie|galeria|galería|slideshow|slides|fotostrecke|bilderstrecke|diaporama|photostream|photos)(?:$|[\s_-])/i;
const elsewhere = new Set("aside nav footer header form".split(" "));

/** The figures of a page's gallery, each with its caption; empty where it has none. */
export function findGallery(source: PageSource): PageElement[] {
  const shown = figuresIn(source);
  const listed = figuresInData(source);
  const best = listed.length > shown.length ? listed : shown;
  return best.length >= galleryMinimum ? best : [];
}

/** Those of the figures that an article does not show, in their order. */
export function missingFigures(
  figures: readonly PageElement[],
  article: PageElement | null,
): PageElement[] {
  const known = new Set<string>();
  const walk = (node: PageElement): void => {
    if (node.name === "img" && node.attributes.src) known.add(pictureKey(node.attributes.src));
    for (const child of node.children) if (isElement(child)) walk(child);
  };
  if (article !== null) walk(article);
  return figures.filter((figure) => {
    const address = findElement(figure, ({ name }) => name === "img")?.attributes.src ?? "";
    return !known.has(pictureKey(address));
  });
}

function figuresIn(source: PageSource): PageElement[] {
  const isMarked = isGalleryPage(source);
  const found: PageElement[] = [];
  const walk = (node: PageElement, isInside: boolean): void => {
    for (const child of node.children) {
      if (!isElement(child) || elsewhere.has(child.name)) continue;
      const marks = `${child.attributes.class ?? ""} ${child.attributes.id ?? ""}`;
      if (child.name === "figure" && isInside) {
        const figure = figureOf(child);
        if (figure !== null) found.push(figure);
      } else walk(child, isInside || galleryMark.test(marks));
    }
  };
  walk(source.page, isMarked);
  return found;
}

function isGalleryPage({ linked }: PageSource): boolean {
  return linked.nodes.some((node) => hasType(node, /^(?:Image|Media)Gallery$/));
}

function figureOf(figure: PageElement): PageElement | null {
  const picture = findElement(figure, ({ name }) => name === "img");
  const caption = findElement(figure, ({ name }) => name === "figcaption");
  if (picture === undefined) return null;
  return element("figure", [
    copyOf(picture),
    ...(caption === undefined || lineOf(caption) === "" ? [] : [copyOf(caption)]),
  ]);
}

/** The pictures that a gallery lists for search engines. */
function figuresInData(source: PageSource): PageElement[] {
  const isNode = (value: unknown): value is LinkedNode =>
    typeof value === "object" && value !== null;
  const seen = new Set<string>();
  return source.linked.nodes
    .filter((node) => hasType(node, /^(?:Image|Media)Gallery$/))
    .flatMap((node) => [
      ...listOf(node.associatedMedia),
      ...listOf(node.hasPart),
      ...listOf(node.image),
    ])
    .filter(isNode)
    .flatMap((picture) => {
      const address = absolute(textIn(picture, "contentUrl", "url"), source);
      if (address === null || seen.has(address)) return [];
      seen.add(address);
      const caption = textIn(picture, "caption", "description", "name");
      return element("figure", [
        element("img", [], { src: address, alt: "" }),
        ...(caption === "" ? [] : [element("figcaption", [caption])]),
      ]);
    });
}

/** A page about a film: what it says of it, with its still; null where the page is about no film. */
export function findFilm(
  source: PageSource,
): { readonly still: string | null; readonly article: PageElement } | null {
  const film = source.linked.nodes.find((node) => hasType(node, /^VideoObject$/));
  const isFilm = film !== undefined || metaOf(source, "og:type").startsWith("video");
  const words =
    textIn(film, "transcript") ||
    textIn(film, "description") ||
    metaOf(source, "og:description", "description");
  if (!isFilm || words === "") return null;
  const [thumbnail] = listOf(film?.thumbnailUrl);
  const still =
    typeof thumbnail === "string"
      ? absolute(thumbnail, source)
      : absolute(metaOf(source, "og:image"), source);
  return { still, article: element("article", [element("p", [words])]) };
}
