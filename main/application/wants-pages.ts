import type { Settings } from "../../preload/contract/contract.ts";
import type { Feed } from "../library/library.ts";
import { arePagesStopped } from "./page-judge.ts";

/** Whether a title's articles are to be had whole, from their pages, at a moment. */
export function wantsPages(
  feed: Pick<Feed, "fullText" | "isShortened" | "pagesStopped">,
  { keepFullTexts }: Pick<Settings, "keepFullTexts">,
  now: number = Date.now(),
): boolean {
  const { fullText, isShortened } = feed;
  if (fullText !== "auto") return fullText === "on";
  return keepFullTexts && isShortened === true && !arePagesStopped(feed, now);
}
