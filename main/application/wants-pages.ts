import type { Settings } from "../../preload/contract/contract.ts";
import type { Feed } from "../library/library.ts";

/** Whether a title's articles are to be had whole, from their pages. */
export function wantsPages(
  { fullText, isShortened }: Pick<Feed, "fullText" | "isShortened">,
  { keepFullTexts }: Pick<Settings, "keepFullTexts">,
): boolean {
  return fullText === "on" || (fullText === "auto" && keepFullTexts && isShortened === true);
}
