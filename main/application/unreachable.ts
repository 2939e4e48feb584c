import type { FeedId } from "../../preload/contract/contract.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import type { VisitReport } from "./visit-feed.ts";

/** Hosts that must have fallen silent together before it is the network, after others answered. */
const silentHosts = 3;

type Judging = Pick<Collaborators, "isOnline"> & { readonly hosts: Pick<Hosts, "answers"> };

interface Suspect {
  readonly report: VisitReport;
  /** Answers of anybody before this visit began. */
  readonly answersBefore: number;
}

/**
 * Titles that did not answer, until it is known whether they are to blame or the network is gone:
 * where somebody answered after a visit had begun, the network was there.
 */
export class Unreachable {
  readonly #options: Judging;
  readonly #suspects = new Map<FeedId, Suspect>();

  constructor(options: Judging) {
    this.#options = options;
  }

  add(report: VisitReport, answersBefore: number): void {
    this.#suspects.set(report.feed.id, { report, answersBefore });
  }

  holds(feedId: FeedId): boolean {
    return this.#suspects.has(feedId);
  }

  /** Judges those added since the last time. */
  judge(): { readonly disconnected: boolean; readonly toBlame: readonly VisitReport[] } {
    const { hosts, isOnline } = this.#options;
    const suspects = [...this.#suspects.values()];
    this.#suspects.clear();
    const silent = suspects.filter(({ answersBefore }) => answersBefore === hosts.answers);
    const names = new Set(silent.map(({ report }) => URL.parse(report.feed.address)?.host));
    const didNobodyAnswer = silent.length === suspects.length;
    const disconnected =
      silent.length > 0 && (!isOnline() || names.size >= (didNobodyAnswer ? 2 : silentHosts));
    const toBlame = suspects.filter((suspect) => !disconnected || !silent.includes(suspect));
    return { disconnected, toBlame: toBlame.map(({ report }) => report) };
  }
}
