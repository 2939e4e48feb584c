import type { Feed } from "../library/library.ts";

/** Whether a title's articles are to be had whole, from their pages. */
export function wantsPages({
  fullText,
  isShortened,
}: Pick<Feed, "fullText" | "isShortened">): boolean {
  return fullText === "on" || (fullText === "auto" && isShortened === true);
}
