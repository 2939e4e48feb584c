import { dayOf } from "./escape.ts";

/**
 * Gives out names for files, without their extension: day and headline, different from those given
 * before whatever their case, and allowed on every system.
 */
export function fileNames(): (headline: string, published: number) => string {
  const taken = new Set<string>();
  return (headline, published) => {
    const words = headline
      .toWellFormed()
      .normalize("NFC")
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim()
      .slice(0, 60)
      .toWellFormed()
      .replaceAll("\uFFFD", "")
      .trim();
    const name = [dayOf(published), words].filter((part) => part !== "").join(" ") || "Bookmark";
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} (${number})`;
    taken.add(free.toLowerCase());
    return free;
  };
}
