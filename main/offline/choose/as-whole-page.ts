import { elementsOf, isElement, type PageElement } from "../page/tree.ts";

/** Attributes that hold one address. */
const addresses = ["href", "src", "poster", "data-src"];

/**
 * Leaves nothing on a page but the block that was chosen, so that all steps after it look at that
 * alone. Addresses become absolute, which else the extractor sees to.
 */
export function asWholePage(page: PageElement, chosen: PageElement, base: string): void {
  const body = page.children.find((child) => isElement(child) && child.name === "body");
  if (body !== undefined && isElement(body)) body.children = [chosen];
  for (const { attributes } of elementsOf(chosen)) {
    for (const name of addresses) {
      const address = attributes[name];
      if (address === undefined || address === "" || address.startsWith("#")) continue;
      attributes[name] = URL.parse(address, base)?.href ?? address;
    }
    const { srcset } = attributes;
    if (srcset !== undefined) attributes.srcset = absoluteSet(srcset, base);
  }
}

/** Candidates are parted by a comma and white space; addresses may hold commas alone. */
function absoluteSet(set: string, base: string): string {
  return set
    .split(/,\s+/)
    .map((candidate) => {
      const [address = "", ...size] = candidate.trim().split(/\s+/);
      return [URL.parse(address, base)?.href ?? address, ...size].join(" ");
    })
    .join(", ");
}
