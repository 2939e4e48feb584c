import type { FeedId } from "../../../preload/contract/contract.ts";
import { Pace } from "../files/pace.ts";
import { flag } from "../index/article-index.ts";
import type { Parts } from "../parts.ts";
import { sum } from "./day-sizes.ts";
import { leastValuablePictures, selectOverCap } from "./select-pictures.ts";
import { ruleOf, type Rules, type TitleRule } from "./rules.ts";

/** Rows that are looked at before others may have their turn. */
const rowsAtOnce = 2048;
const megabyte = 1_000_000;
const unlisted = flag.gone | flag.hidden;
const kept = flag.bookmarked | flag.copyOnly;

/** What the rules do not keep, and what it takes on disk as far as that can be told. */
export interface Outdated {
  /** Articles that go. */
  readonly rows: readonly number[];
  /** Articles that stay, but whose pictures are left out; how many pictures these are. */
  readonly pictured: readonly number[];
  readonly pictures: number;
  readonly bytes: number;
}

/**
 * Selects what goes: by each title's rules and its cap for pictures, and then the least valuable
 * until the rest fits the budget: pictures, those of read articles first, before any article. `today` and what came before it was read are told apart by arrival day.
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
  const chosen = new Set(rows);
  let bytes = 0;
  for (const row of rows) bytes += weights.of(row);
  const pictured = new Set<number>();
  const leaveOut = (row: number): number => {
    if (chosen.has(row) || pictured.has(row)) return 0;
    pictured.add(row);
    return parts.index.pictureBytes[row] ?? 0;
  };
  if (rules.pictureCap !== null)
    for (const row of await selectOverCap(parts, rules.pictureCap * megabyte, today, chosen))
      bytes += leaveOut(row);
  if (rules.sizeBudget !== null) {
    let excess = sum(sizes.values()) + parts.media.bytes - bytes - rules.sizeBudget * megabyte;
    if (excess > 0)
      for (const row of await leastValuablePictures(parts, today)) {
        if ((parts.index.day[row] ?? 0) >= today || excess <= 0) break;
        const freed = leaveOut(row);
        bytes += freed;
        excess -= freed;
      }
    if (excess > 0) {
      for await (const row of leastValuable(parts, titles, today)) {
        if (chosen.has(row)) continue;
        rows.push(row);
        const freed = weights.of(row) - (pictured.delete(row) ? weights.pictures(row) : 0);
        bytes += freed;
        excess -= freed;
        if (excess <= 0) break;
      }
    }
  }
  const pictures = [...pictured].map((row) => parts.index.pictures[row] ?? 0);
  return { rows, pictured: [...pictured], pictures: sum(pictures), bytes: Math.round(bytes) };
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

/** What an article takes on disk: its day's average, and its pictures, shared ones in full. */
class Weights {
  readonly #parts: Parts;
  readonly #sizes: ReadonlyMap<number, number>;
  readonly #averages = new Map<number, number>();

  constructor(parts: Parts, sizes: ReadonlyMap<number, number>) {
    this.#parts = parts;
    this.#sizes = sizes;
  }

  pictures(row: number): number {
    return this.#parts.index.pictureBytes[row] ?? 0;
  }

  of(row: number): number {
    const { index } = this.#parts;
    const day = index.day[row] ?? 0;
    let average = this.#averages.get(day);
    if (average === undefined) {
      const articles = Math.max(1, index.storedRowsOf(day).length);
      average = (this.#sizes.get(day) ?? 0) / articles;
      this.#averages.set(day, average);
    }
    return average + this.pictures(row);
  }
}
