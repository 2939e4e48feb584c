/** What is taken out of a page, or put right in it, before the article is looked for. */
import { unwrapPictures } from "./lazy-pictures.ts";
import {
  element,
  elementsOf,
  isElement,
  lineOf,
  removeElements,
  type PageElement,
} from "./tree.ts";
import { consentMark, modalMark } from "./words/overlays.ts";

/** Overlays that together hold more of the text are the article under a careless name. */
const overlayShare = 0.3;

/** Takes out dialogs about consent and subscriptions that lie over the page. */
export function withoutOverlays(page: PageElement): void {
  // Some systems show the article itself in a dialog.
  const overlays = outermost(page, isOverlay).filter(
    (one) => !elementsOf(one).some(({ name }) => name === "article" || name === "main"),
  );
  const covered = overlays.reduce((sum, one) => sum + textOfParagraphs(one), 0);
  if (covered > textOfParagraphs(page) * overlayShare) return;
  const gone = new Set(overlays);
  removeElements(page, (one) => gone.has(one));
}

/** The elements that fit and stand in no other that fits. */
function outermost(root: PageElement, fits: (one: PageElement) => boolean): PageElement[] {
  return root.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return fits(child) ? [child] : outermost(child, fits);
  });
}

function isOverlay({ name, attributes }: PageElement): boolean {
  if (name === "body" || name === "html" || name === "main" || name === "article") return false;
  const marks = `${attributes.id ?? ""} ${attributes.class ?? ""}`;
  return (
    name === "dialog" ||
    attributes["aria-modal"] === "true" ||
    /^(?:alert)?dialog$/i.test(attributes.role ?? "") ||
    consentMark.test(marks) ||
    modalMark.test(marks)
  );
}

/** Characters that stand in paragraphs: what an article consists of. */
export function textOfParagraphs(root: PageElement): number {
  let length = 0;
  for (const one of elementsOf(root)) if (one.name === "p") length += lineOf(one).length;
  return length;
}

/** Puts the real picture, and the real player, where a loader would put it. */
export function withPictures(page: PageElement): void {
  unwrapPictures(page);
  removeElements(page, ({ attributes }) => scriptedFormula.test(attributes.class ?? ""));
  for (const one of elementsOf(page)) {
    const { videoid = "", playlabel = "" } = one.attributes;
    if (one.name !== "lite-youtube" || !/^[\w-]{11}$/.test(videoid)) continue;
    one.name = "iframe";
    one.attributes = { src: `https://www.youtube.com/embed/${videoid}`, title: playlabel };
  }
}

/** What a script set in the place of a formula, whose source stands beside it. */
const scriptedFormula = /(?:^|\s)MathJax(?:_Preview|_SVG|_CHTML|_Display)?(?:\s|$)/;

/** Says nothing to readers; drawn signs alone can be a third of a page. */
const silentNames = new Set("svg select textarea input script link meta base".split(" "));

/** Attributes for scripts, which would each cost the document a node. */
const scriptAttribute =
  /^(?:on[a-z]+|js\w*|v-\S*|ng-\S*|:\S*|@\S*|aria-(?!hidden$|modal$|label$|roledescription$)\S*|data-(?!.*(?:src|original|image|img|url|poster|lazy|file|large|embed|video|caption|mw|math)).*)$/i;

/**
 * Leaves out what neither the extractor nor the cleaning looks at: less to build and to search.
 * The headline becomes the title, by which the extractor knows a heading that repeats it.
 */
export function lighten(page: PageElement, headline: string): void {
  removeElements(page, ({ name }) => silentNames.has(name));
  for (const one of elementsOf(page)) {
    for (const name of Object.keys(one.attributes)) {
      if (scriptAttribute.test(name)) Reflect.deleteProperty(one.attributes, name);
    }
  }
  const head = page.children.find((child) => isElement(child) && child.name === "head");
  if (head !== undefined && isElement(head)) head.children = [element("title", [headline])];
}
