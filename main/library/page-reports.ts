import type { FeedId } from "../../preload/contract/contract.ts";
import { isBetterPage, isExcerptPage, pageStateOf, reasonOf } from "./editions/page-record.ts";
import type { ArticleIndex } from "./index/article-index.ts";
import type { PageCounts } from "./types.ts";

type Counts = Record<"stored" | "better" | "excerpts" | "waiting" | "failed" | "refused", number>;

/** Counts what became of titles' pages, from the index. */
export class PageReports {
  readonly #counts = new Map<number, Counts>();
  /** By title and reason, in one number. */
  readonly #reasons = new Map<number, number>();

  add({ feed, page, reason }: ArticleIndex, row: number): void {
    const bits = page[row] ?? 0;
    const state = pageStateOf(bits);
    if (state === null) return;
    const title = feed[row] ?? 0;
    let counts = this.#counts.get(title);
    if (counts === undefined) {
      counts = { stored: 0, better: 0, excerpts: 0, waiting: 0, failed: 0, refused: 0 };
      this.#counts.set(title, counts);
    }
    counts[state] += 1;
    if (isExcerptPage(bits)) counts.excerpts += 1;
    if (state === "stored" && isBetterPage(bits)) counts.better += 1;
    if (state !== "failed" && state !== "refused") return;
    const at = title * 256 + (reason[row] ?? 0);
    this.#reasons.set(at, (this.#reasons.get(at) ?? 0) + 1);
  }

  /** Null: no page of the title was ever asked for. */
  of(feedId: FeedId): PageCounts | null {
    const counts = this.#counts.get(feedId);
    if (counts === undefined) return null;
    let [common, most] = [0, 0];
    for (let code = 1; code < 256; code++) {
      const count = this.#reasons.get(feedId * 256 + code) ?? 0;
      if (count > most) [common, most] = [code, count];
    }
    return { ...counts, commonReason: reasonOf(common) };
  }
}
