/** What is taken out of a page, or put right in it, before the article is looked for. */
import { unwrapPictures } from "./lazy-pictures.ts";
import { elementsOf, isElement, lineOf, removeElements, type PageElement } from "./tree.ts";
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

/** Puts the real picture where a loader would put it. */
export function withPictures(page: PageElement): void {
  unwrapPictures(page);
}
