import { join } from "node:path";
import { z } from "zod";
import {
  articleId,
  feedId,
  folder,
  highlight,
  noteText,
  ownTag,
  savedSearchId,
  undoId,
} from "../../preload/contract/contract.ts";
import type { ArticleId } from "../../preload/contract/contract.ts";
import { formatArticleId, parseArticleId } from "./editions/article-record.ts";
import type { Disk } from "./files/disk.ts";
import { JournaledLow, type JournaledDocument } from "./files/journaled-low.ts";
import { Pace } from "./files/pace.ts";
import type { Repairs } from "./files/repairs.ts";
import type { UndoStore } from "./groups.ts";
import { formatRanges, parseRanges } from "./number-ranges.ts";
import { keptSearch } from "./sources.ts";
import type { RememberedAct, UndoableAct } from "./types.ts";

/** Acts that are remembered at most, and milliseconds for which they are offered. */
const depth = 50;
const lifetime = 30 * 86_400_000;
/** Articles that are handled before others get their turn. */
const piece = 500;

/** Articles as their days and ranges of numbers, so that "all read" is a short line. */
const articles = z.record(z.string().regex(/^\d{1,6}$/), z.string());
type ArticlesByDay = z.infer<typeof articles>;

const storedAct = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mark-read"), articles }),
  z.object({ kind: z.literal("delete-articles"), articles }),
  z.object({ kind: z.literal("unfollow"), feedIds: z.array(feedId) }),
  z.object({ kind: z.literal("remove-folder"), folder, feedIds: z.array(feedId) }),
  z.object({ kind: z.literal("remove-bookmark"), articleId }),
  z.object({ kind: z.literal("remove-highlight"), articleId, highlight }),
  z.object({
    kind: z.literal("write-bookmark"),
    articleId,
    tags: z.array(ownTag),
    note: noteText,
  }),
  z.object({
    kind: z.literal("remove-search"),
    search: keptSearch,
    before: savedSearchId.nullable(),
  }),
]);
type StoredAct = z.infer<typeof storedAct>;

const remembered = z.object({
  undoId,
  at: z.number(),
  count: z.int(),
  name: z.string().nullable(),
  act: storedAct,
});
type Remembered = z.infer<typeof remembered>;

/** The acts by their names, oldest first. */
type Acts = Map<string, Remembered>;

const undoOp = z.discriminatedUnion("op", [
  z.object({ op: z.literal("remember"), act: remembered }),
  z.object({ op: z.literal("forget"), undoId }),
]);
type UndoOp = z.infer<typeof undoOp>;

const undoDocument: JournaledDocument<Acts, UndoOp, void> = {
  empty: () => new Map(),
  encode: (acts) => [...acts.values()],
  decode: (value) =>
    new Map(
      z
        .array(remembered)
        .parse(value)
        .map((act) => [act.undoId, act]),
    ),
  decodeOp: (value) => undoOp.safeParse(value).data ?? null,
  reduce(acts, op) {
    if (op.op === "forget") acts.delete(op.undoId);
    else acts.set(op.act.undoId, op.act);
    for (const key of acts.keys()) {
      if (acts.size <= depth) break;
      acts.delete(key);
    }
  },
};

/** Acts that can be taken back, in `undo.<generation>.json` and its journal. */
export class Undo implements UndoStore {
  readonly #acts: JournaledLow<Acts, UndoOp>;
  readonly #now: () => number;

  constructor(disk: Disk, library: string, repairs: Repairs, now: () => number) {
    const path = join(library, "undo");
    this.#acts = new JournaledLow({ disk, path, repairs, document: undoDocument });
    this.#now = now;
  }

  read(): Promise<void> {
    return this.#acts.read();
  }

  async remember(act: UndoableAct, name: string | null): Promise<string> {
    const id = crypto.randomUUID();
    const stored = {
      undoId: id,
      at: this.#now(),
      count: countOf(act),
      name,
      act: await toStored(act),
    };
    await this.#acts.commit({ op: "remember", act: stored });
    return id;
  }

  list(): RememberedAct[] {
    return [...this.#acts.data.values()]
      .filter((act) => this.#isOffered(act))
      .map(({ act, ...summary }) => ({ ...summary, kind: act.kind }))
      .reverse();
  }

  async get(id: string): Promise<UndoableAct | null> {
    const found = this.#acts.data.get(id);
    return found === undefined || !this.#isOffered(found) ? null : fromStored(found.act);
  }

  async forget(id: string): Promise<void> {
    if (this.#acts.data.has(id)) await this.#acts.commit({ op: "forget", undoId: id });
  }

  close(): Promise<void> {
    return this.#acts.close();
  }

  #isOffered({ at }: Remembered): boolean {
    return this.#now() - at < lifetime;
  }
}

function countOf(act: UndoableAct): number {
  switch (act.kind) {
    case "mark-read":
    case "delete-articles":
      return act.articleIds.length;
    case "unfollow":
    case "remove-folder":
      return act.feedIds.length;
    case "remove-bookmark":
    case "remove-highlight":
    case "write-bookmark":
    case "remove-search":
      return 1;
  }
}

async function toStored(act: UndoableAct): Promise<StoredAct> {
  switch (act.kind) {
    case "mark-read":
    case "delete-articles":
      return { kind: act.kind, articles: await byDay(act.articleIds) };
    case "unfollow":
      return { kind: act.kind, feedIds: [...act.feedIds] };
    case "remove-folder":
      return { ...act, feedIds: [...act.feedIds] };
    case "remove-bookmark":
    case "write-bookmark":
    case "remove-highlight":
    case "remove-search":
      return act;
  }
}

async function fromStored(act: StoredAct): Promise<UndoableAct> {
  switch (act.kind) {
    case "mark-read":
    case "delete-articles":
      return { kind: act.kind, articleIds: await idsOf(act.articles) };
    default:
      return act;
  }
}

async function byDay(ids: readonly ArticleId[]): Promise<ArticlesByDay> {
  const pace = new Pace();
  const numbers = new Map<number, number[]>();
  for (const [index, id] of ids.entries()) {
    const { day, number } = parseArticleId(id);
    const ofDay = numbers.get(day);
    if (ofDay === undefined) numbers.set(day, [number]);
    else ofDay.push(number);
    if (index % piece === 0) await pace.rest();
  }
  const result: ArticlesByDay = {};
  for (const [day, ofDay] of numbers) {
    result[day] = formatRanges(ofDay);
    await pace.rest();
  }
  return result;
}

async function idsOf(stored: ArticlesByDay): Promise<ArticleId[]> {
  const pace = new Pace();
  const ids: ArticleId[] = [];
  for (const [day, ranges] of Object.entries(stored)) {
    for (const number of parseRanges(ranges)) ids.push(formatArticleId(Number(day), number));
    await pace.rest();
  }
  return ids;
}
