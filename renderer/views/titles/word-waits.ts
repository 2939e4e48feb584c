import type { WaitReason } from "../../../preload/contract/contract.ts";
import type { Visits } from "../../state/managing-actions.ts";
import { t } from "../../text/text.ts";
import { formatNext } from "./word-visits.ts";

/** What came of the wish to visit titles: how many are visited, and why others have to wait. */
export function wordVisits(
  { visiting, waiting }: Visits,
  titleOf: (feedId: number) => string,
  now: number,
): string {
  const sentences = visiting > 0 ? [t("titles.visiting", { count: visiting })] : [];
  // The one whose turn comes last says how long it may take.
  const last = waiting.toSorted((a, b) => a.until - b.until).at(-1);
  if (last !== undefined) {
    const title = titleOf(last.feedId);
    const why = wordWait(last.reason, formatNext(last.until, now));
    const count = waiting.length;
    sentences.push(
      count === 1 && visiting === 0
        ? t("titles.waits.one", { title, why })
        : t("titles.waits.many", { count, title, why }),
    );
  }
  return sentences.join(" ");
}

function wordWait(reason: WaitReason, time: string): string {
  switch (reason) {
    case "just-visited":
    case "host-asks":
    case "publisher-asks":
    case "merged":
      return t(`titles.waits.${reason}`, { time });
    case "gone":
      return t("titles.waits.gone");
    case "never-visited":
    case "interval":
    case "rhythm":
    case "no-validator":
    case "backing-off":
      return t("titles.waits.plan", { time });
  }
}
