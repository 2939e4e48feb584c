import { setImmediate as nextTurn } from "node:timers/promises";
import type { TitleRecord } from "../../preload/contract/contract.ts";
import type { Library } from "../library/library.ts";
import type { Duplicates } from "./find-duplicates.ts";
import type { Hosts } from "./hosts.ts";
import { arePagesStopped } from "./page-judge.ts";

/** What the manager shows of every followed title beside what the sidebar knows. */
export async function titleRecords({
  library,
  hosts,
  duplicates,
  now,
}: {
  readonly library: Library;
  readonly hosts: Hosts;
  readonly duplicates: Duplicates;
  readonly now: () => number;
}): Promise<TitleRecord[]> {
  const facts = await library.articles.facts();
  const newest = new Map(Array.from(facts, ([id, { newest: moment }]) => [id, moment]));
  // Each step looks at all titles: between them others have their turn.
  await nextTurn();
  const same = await duplicates.find(newest);
  await nextTurn();
  return library.feeds.followed().map((feed): TitleRecord => {
    const visit = library.visits.of(feed.id);
    const known = facts.get(feed.id);
    return {
      feedId: feed.id,
      lastStatus: visit?.lastStatus ?? null,
      brought: visit?.brought ?? null,
      problems: [...(visit?.problems ?? [])],
      hostPausedUntil: hosts.pausedUntil(feed.address),
      articlesAWeek: known?.articlesAWeek ?? null,
      newest: known?.newest ?? null,
      pages:
        known === undefined || known.pages === null
          ? null
          : {
              ...known.pages,
              stoppedUntil: arePagesStopped(feed, now())
                ? (feed.pagesStopped?.until ?? null)
                : null,
            },
      ready: known?.ready ?? 0,
      bytes: known?.bytes ?? 0,
      addedAt: feed.addedAt,
      duplicateOf: same.get(feed.id) ?? null,
    };
  });
}
