/**
 * Pictures that scripts would have loaded: their real addresses are put where an `img` has them,
 * so that no step takes them for empty. The best candidate is chosen later, by the cleaning.
 */
import { isElement, type PageElement, type PageNode } from "./tree.ts";

/** Where lazy loaders keep the real address, in the order in which they are believed. */
const lazyAddresses = (
  "data-src data-lazy-src data-original data-lazy data-url data-image data-hi-res-src " +
  "data-full-src data-orig-file data-delayed-url data-original-src data-img-src data-image-src " +
  "data-large-file data-medium-file data-runner-src data-actualsrc data-echo data-li-src " +
  "data-native-src data-src-medium data-default-src data-lazyload nitro-lazy-src"
).split(" ");
const lazySets = "data-srcset data-lazy-srcset data-original-set nitro-lazy-srcset".split(" ");

/** Pictures that stand in until the real one comes. */
const placeholder =
  /^data:|^about:|^#|(?:^|[/_.-])(?:blank|spacer|placeholder|1x1|loading|loader|transparent|lazy|lazyload|pixel|clear|grey|gray)(?:[-_]?\w{0,8})?\.(?:gif|png|svg|jpe?g|webp)(?:$|[?#])/i;

/** What looks like an address of a file, absolute or not. */
const address =
  /^(?:https?:)?\/\/\S+$|^\.{0,2}\/\S+$|^\S+\.(?:jpe?g|png|gif|webp|avif)(?:\?\S*)?$/i;

/** Puts the addresses right within the page. */
export function unwrapPictures(root: PageElement): void {
  root.children = withoutRepeatedFallbacks(root.children);
  if (root.name === "img" || root.name === "source" || root.name === "amp-img") {
    if (root.name === "amp-img") root.name = "img";
    putRight(root.attributes);
  }
  for (const child of root.children) if (isElement(child)) unwrapPictures(child);
}

function putRight(attributes: Record<string, string>): void {
  const { src = "" } = attributes;
  if (src.trim() === "" || placeholder.test(src.trim())) {
    const real = lazyAddresses
      .map((name) => attributes[name]?.trim() ?? "")
      .find((value) => address.test(value) && !placeholder.test(value));
    if (real !== undefined) attributes.src = real;
    else if (
      src.startsWith("data:") &&
      src.length < 1000 &&
      lazySets.some((name) => attributes[name])
    )
      delete attributes.src;
  }
  if (!attributes.srcset?.trim() || attributes.srcset.startsWith("data:")) {
    const set = lazySets
      .map((name) => attributes[name]?.trim() ?? "")
      .find((value) => value !== "");
    if (set !== undefined) attributes.srcset = set;
  }
}

/**
 * A `noscript` that holds nothing but a picture is that picture: it replaces the stand-in before it,
 * which without a real address would show nothing.
 */
function withoutRepeatedFallbacks(children: readonly PageNode[]): PageNode[] {
  const kept: PageNode[] = [];
  for (const child of children) {
    const fallback = isElement(child) && child.name === "noscript" ? onlyPicture(child) : null;
    if (fallback === null) {
      kept.push(child);
      continue;
    }
    const index = kept.findLastIndex((one) => isElement(one) || one.trim() !== "");
    const before = kept[index];
    if (before !== undefined && isElement(before) && isStandIn(before)) kept[index] = fallback;
    else if (before === undefined || !isElement(before) || !holdsPicture(before))
      kept.push(fallback);
  }
  return kept;
}

/** The one picture in an element without text, or null. */
function onlyPicture(node: PageElement): PageElement | null {
  const held = node.children.filter((child) => isElement(child) || child.trim() !== "");
  const [only] = held;
  if (held.length !== 1 || only === undefined || !isElement(only)) return null;
  if (only.name === "img") return isCounter(only) ? null : only;
  return ["picture", "a", "figure", "div", "span"].includes(only.name) && onlyPicture(only) !== null
    ? only
    : null;
}

function isCounter({ attributes }: PageElement): boolean {
  const isTiny = (size: string | undefined): boolean => /^\s*[0-2](?:px)?\s*$/.test(size ?? "");
  return isTiny(attributes.width) || isTiny(attributes.height) || !attributes.src;
}

/** A picture whose address is nowhere in its attributes. */
function isStandIn(node: PageElement): boolean {
  if (node.name !== "img") return false;
  const { src = "", srcset = "" } = node.attributes;
  const isEmpty = src.trim() === "" || placeholder.test(src.trim());
  return isEmpty && srcset.trim() === "";
}

function holdsPicture(node: PageElement): boolean {
  return (
    node.name === "img" ||
    node.name === "picture" ||
    node.children.some((child) => isElement(child) && holdsPicture(child))
  );
}
