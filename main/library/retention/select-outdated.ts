import type { FeedId } from "../../../preload/contract/contract.ts";
import { Pace } from "../files/pace.ts";
import { flag } from "../index/article-index.ts";
import type { Parts } from "../parts.ts";
import { sum } from "./day-sizes.ts";
import { ruleOf, type Rules, type TitleRule } from "./rules.ts";

/** Rows that are looked at before others may have their turn. */
const rowsAtOnce = 2048;
const megabyte = 1_000_000;
const unlisted = flag.gone | flag.hidden;
const kept = flag.bookmarked | flag.copyOnly;

/** Articles that the rules do not keep, and what they take on disk as far as that can be told. */
export interface Outdated {
  readonly rows: readonly number[];
  readonly bytes: number;
}

/**
 * Selects what goes: by each title's rules, and then the least valuable until the rest fits the
 * budget. `today` and what came before it was read are told apart by arrival day.
 */
export async function selectOutdated(
  parts: Parts,
  rules: Rules,
  sizes: ReadonlyMap<number, number>,
  today: number,
): Promise<Outdated> {
  const titles = new TitleRules(parts, rules);
  const rows = await selectByRules(parts, titles);
  const weights = new Weights(parts, sizes);
  let bytes = 0;
  for (const row of rows) bytes += weights.of(row);
  if (rules.sizeBudget !== null) {
    let excess = sum(sizes.values()) + parts.media.bytes - bytes - rules.sizeBudget * megabyte;
    if (excess > 0) {
      const chosen = new Set(rows);
      for await (const row of leastValuable(parts, titles, today)) {
        if (chosen.has(row)) continue;
        rows.push(row);
        bytes += weights.of(row);
        excess -= weights.of(row);
        if (excess <= 0) break;
      }
    }
  }
  return { rows, bytes: Math.round(bytes) };
}

async function selectByRules({ index }: Parts, titles: TitleRules): Promise<number[]> {
  // The index may grow while others have their turn.
  const newestLast = index.order.slice();
  const counts = new Map<number, number>();
  const pace = new Pace();
  const rows: number[] = [];
  for (let at = newestLast.length - 1; at >= 0; at--) {
    if (at % rowsAtOnce === 0) await pace.rest();
    const row = newestLast[at] ?? 0;
    const flags = index.flags[row] ?? 0;
    if ((flags & unlisted) !== 0) continue;
    const feed = index.feed[row] ?? 0;
    const rule = titles.of(feed);
    const count = (counts.get(feed) ?? 0) + 1;
    counts.set(feed, count);
    if ((flags & kept) !== 0) continue;
    const isOutdated = (index.day[row] ?? 0) < rule.oldestDay || count > rule.count;
    const isProtected = rule.keepsUnread && (flags & flag.read) === 0;
    if (rule.isOver || (isOutdated && !isProtected)) rows.push(row);
  }
  return rows;
}

/** What goes first when room is short: read articles, the oldest first, then unread ones. */
async function* leastValuable(
  { editions, index }: Parts,
  titles: TitleRules,
  today: number,
): AsyncGenerator<number> {
  const pace = new Pace();
  for (const read of [flag.read, 0])
    for (const day of await editions.list()) {
      if (day >= today) break;
      for (const row of index.rowsOf(day)) {
        const flags = index.flags[row] ?? 0;
        if ((flags & (kept | flag.hidden)) !== 0 || (flags & flag.read) !== read) continue;
        if (read === 0 && titles.of(index.feed[row] ?? 0).keepsUnread) continue;
        yield row;
      }
      await pace.rest();
    }
}

/** Each title's rules, worked out once. */
class TitleRules {
  readonly #parts: Parts;
  readonly #rules: Rules;
  readonly #known = new Map<number, TitleRule>();

  constructor(parts: Parts, rules: Rules) {
    this.#parts = parts;
    this.#rules = rules;
  }

  of(feed: number): TitleRule {
    let rule = this.#known.get(feed);
    if (rule === undefined) {
      rule = ruleOf(this.#parts.sources.feed(feed as FeedId), this.#rules);
      this.#known.set(feed, rule);
    }
    return rule;
  }
}

/** What an article takes on disk: its day's average, and its share of all pictures. */
class Weights {
  readonly #parts: Parts;
  readonly #sizes: ReadonlyMap<number, number>;
  readonly #picture: number;
  readonly #averages = new Map<number, number>();

  constructor(parts: Parts, sizes: ReadonlyMap<number, number>) {
    this.#parts = parts;
    this.#sizes = sizes;
    this.#picture = parts.media.bytes / Math.max(1, parts.index.length);
  }

  of(row: number): number {
    const { index } = this.#parts;
    const day = index.day[row] ?? 0;
    let average = this.#averages.get(day);
    if (average === undefined) {
      const articles = Math.max(1, index.storedRowsOf(day).length);
      average = (this.#sizes.get(day) ?? 0) / articles + this.#picture;
      this.#averages.set(day, average);
    }
    return average;
  }
}
