/** Dates in elements. */
import { parseDate } from "./dates.ts";
import { childrenOf, textOf, type Element } from "./tree.ts";

/** The first date that can be read among children of these names, in the order of the names. */
export function firstDate(item: Element, names: readonly string[]): number | null {
  for (const name of names) {
    for (const element of childrenOf(item, name)) {
      const date = parseDate(textOf(element));
      if (date !== null) return date;
    }
  }
  return null;
}
