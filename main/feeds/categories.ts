/** Subjects of items. */
import { plainText } from "./text.ts";
import { attributeOf, childrenOf, textOf, type Element } from "./tree.ts";

/** More and longer ones are keyword spam. */
const maximumCategories = 50;
const maximumLength = 100;

/** Categories of an item of any XML format, as plain text, each once. */
export function categoriesOf(item: Element): string[] {
  const names = childrenOf(item, "category").map(
    (category) =>
      attributeOf(category, "label") ??
      nonEmpty(textOf(category)) ??
      attributeOf(category, "term") ??
      "",
  );
  for (const subject of childrenOf(item, "dc:subject")) names.push(textOf(subject));
  for (const category of childrenOf(item, "media:category")) {
    names.push(attributeOf(category, "label") ?? textOf(category));
  }
  for (const category of childrenOf(item, "itunes:category")) {
    const parts = [category, ...childrenOf(category, "itunes:category")];
    names.push(...parts.map((part) => attributeOf(part, "text") ?? ""));
  }
  for (const keywords of [
    ...childrenOf(item, "media:keywords"),
    ...childrenOf(item, "itunes:keywords"),
  ]) {
    names.push(...textOf(keywords).slice(0, 2_000).split(","));
  }
  return distinctCategories(names);
}

/** Plain, non-empty, without repetitions; lists with commas taken apart. */
export function distinctCategories(names: readonly string[]): string[] {
  const distinct = new Map<string, string>();
  for (const written of names) {
    for (const part of parts(written)) {
      const name = plainText(part);
      if (name === "" || name.length > maximumLength || distinct.size >= maximumCategories)
        continue;
      if (!distinct.has(name.toLowerCase())) distinct.set(name.toLowerCase(), name);
    }
  }
  return [...distinct.values()];
}

/** Three names or more with commas between them are a list; "Paris, France" is one name. */
function parts(written: string): string[] {
  const list = written.slice(0, 2_000).split(",");
  return list.length > 2 ? list : [written];
}

function nonEmpty(text: string): string | undefined {
  return text === "" ? undefined : text;
}
