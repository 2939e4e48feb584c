import type {
  Article,
  ArticleId,
  ArticleRow,
  BookmarkDetails,
  EventName,
  EventPayload,
  FeedId,
  Gap,
  RequestInput,
  RequestName,
  RequestOutput,
  Scope,
  TimelineQuery,
} from "../../preload/contract/contract.ts";
import type { FakeActs } from "./fake-acts.ts";
import { fakeArticle } from "./fake-articles.ts";
import { withText } from "./fake-pages.ts";
import { folderOfFeed } from "./fake-sources.ts";

interface Surroundings {
  readonly acts: FakeActs;
  readonly now: number;
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
}

interface Frozen {
  readonly query: TimelineQuery;
  readonly numbers: readonly number[];
}

type ListRequest = Extract<
  RequestName,
  `timeline.${string}` | `article.${string}` | `articles.${string}` | `bookmarks.${string}`
>;

/** Articles that are made up as needed, lists of them, and the answers to requests about both. */
export class FakeTimelines {
  readonly #acts: FakeActs;
  readonly #now: number;
  readonly #emit: Surroundings["emit"];
  readonly #timelines = new Map<number, Frozen>();
  readonly #changes = new Map<number, Partial<Article>>();
  readonly #deleted = new Set<number>();
  #nextTimeline = 1;
  #count: number;

  constructor(count: number, { acts, now, emit }: Surroundings) {
    this.#count = count;
    this.#acts = acts;
    this.#now = now;
    this.#emit = emit;
  }

  /** How many articles there are. */
  get count(): number {
    return this.#count;
  }

  /** Lets articles arrive. They have the highest numbers and stand first. */
  arrive(count: number): void {
    this.#count += count;
    this.#emit("articles.changed", { added: count, feedIds: [1 as FeedId] });
  }

  /** Changes an article, as when its pictures arrive. */
  change(id: ArticleId, change: Partial<Article>): void {
    const number = numberOf(id);
    this.#changes.set(number, { ...this.#changes.get(number), ...change });
    this.#emit("statuses.changed", { articleIds: [id] });
  }

  #kept(id: string): BookmarkDetails {
    return this.article(numberOf(id)).bookmark ?? { tags: [], note: "", highlights: [] };
  }

  /** Makes an article a bookmark with what a person wrote to it. */
  #keep(id: string, change: Partial<BookmarkDetails>): Record<string, never> {
    this.change(id as ArticleId, {
      bookmarked: true,
      bookmarkedAt: this.#now,
      bookmark: { ...this.#kept(id), ...change },
    });
    this.#emit("bookmarks.changed", {});
    return {};
  }

  article(number: number): Article {
    return { ...fakeArticle(number, this.#now), ...this.#changes.get(number) };
  }

  /** Freezes the list of those whose headline or excerpt has every word of a text. */
  look(text: string): { timelineId: number; total: number } {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const numbers = Array.from({ length: this.#count }, (_, number) => number).filter((number) => {
      const { headline, excerpt } = this.article(number);
      const said = `${headline} ${excerpt}`.toLowerCase();
      return !this.#deleted.has(number) && words.every((word) => said.includes(word));
    });
    const timelineId = this.#nextTimeline++;
    const query = { scope: { kind: "all" }, filter: "all", order: "newest" } as const;
    this.#timelines.set(timelineId, { query, numbers });
    return { timelineId, total: numbers.length };
  }

  answers(): { [Name in ListRequest]: (input: never) => RequestOutput<Name> } {
    return {
      "bookmarks.write": ({ articleId, tags, note }: RequestInput<"bookmarks.write">) => {
        const before = this.#kept(articleId);
        this.#keep(articleId, { tags, note });
        const isLost = before.note !== "" && before.note !== note;
        return {
          undoId: isLost
            ? this.#acts.remember("write-bookmark", 1, null, () => this.#keep(articleId, before))
            : null,
        };
      },
      "bookmarks.putHighlight": ({
        articleId,
        highlight,
      }: RequestInput<"bookmarks.putHighlight">) => {
        const others = this.#kept(articleId).highlights.filter(({ id }) => id !== highlight.id);
        return this.#keep(articleId, { highlights: [...others, highlight] });
      },
      "bookmarks.removeHighlight": ({
        articleId,
        id,
      }: RequestInput<"bookmarks.removeHighlight">) => {
        const { highlights } = this.#kept(articleId);
        this.#keep(articleId, { highlights: highlights.filter((one) => one.id !== id) });
        return {
          undoId: this.#acts.remember("remove-highlight", 1, null, () =>
            this.#keep(articleId, { highlights }),
          ),
        };
      },
      "bookmarks.tags": () => {
        const counts = new Map<string, number>();
        for (const { bookmark } of this.#changes.values())
          for (const tag of bookmark?.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
        return { tags: [...counts].map(([tag, count]) => ({ tag, count })) };
      },
      "timeline.open": (query: TimelineQuery) => this.#open(query),
      "timeline.page": (input: { timelineId: number; offset: number; limit: number }) => ({
        rows: this.#numbers(input.timelineId)
          .slice(input.offset, input.offset + input.limit)
          .map((number): ArticleRow | null =>
            this.#deleted.has(number) ? null : this.article(number),
          ),
      }),
      "timeline.locate": (input: { timelineId: number; articleId: ArticleId }) => {
        const index = this.#numbers(input.timelineId).indexOf(numberOf(input.articleId));
        return { index: index < 0 ? null : index };
      },
      "timeline.nextUnread": ({ timelineId, after }: { timelineId: number; after: number }) => {
        const index = this.#numbers(timelineId).findIndex(
          (number, position) =>
            position > after && !this.#deleted.has(number) && !this.article(number).read,
        );
        return { index: index < 0 ? null : index };
      },
      "timeline.countNewer": ({ timelineId }: { timelineId: number }) => {
        const frozen = this.#timelines.get(timelineId);
        const now = frozen === undefined ? 0 : this.#select(frozen.query).length;
        return { count: Math.max(0, now - (frozen?.numbers.length ?? 0)) };
      },
      "timeline.readiness": ({ timelineId }: { timelineId: number }) => {
        const there = this.#numbers(timelineId).filter((number) => !this.#deleted.has(number));
        const ready = there.filter((number) => this.article(number).offline === "complete");
        return { articles: there.length, ready: ready.length };
      },
      "articles.gaps": ({ scope, limit }: { scope: Scope; limit: number }) => {
        const gaps = this.#select({ scope, filter: "all", order: "newest" })
          .map((number) => gapOf(this.article(number)))
          .filter(({ offline }) => offline !== "complete");
        return { total: gaps.length, gaps: gaps.slice(0, limit) };
      },
      "article.gap": ({ articleId }: { articleId: ArticleId }) =>
        gapOf(this.article(numberOf(articleId))),
      "timeline.close": ({ timelineId }: { timelineId: number }) => {
        this.#timelines.delete(timelineId);
        return {};
      },
      "article.open": ({ articleId, text }: RequestInput<"article.open">) => {
        const number = numberOf(articleId);
        const isHere = number < this.#count && !this.#deleted.has(number);
        return isHere ? withText(this.article(number), text) : (null as never);
      },
      "articles.fetchPages": ({ articleIds }: { articleIds: ArticleId[] }) => ({
        count: articleIds.length,
      }),
      "articles.delete": ({ articleIds }: { articleIds: ArticleId[] }) => {
        const numbers = articleIds.map(numberOf);
        for (const number of numbers) this.#deleted.add(number);
        this.#emit("articles.changed", { added: 0, feedIds: [1 as FeedId] });
        const [first] = numbers;
        const name = numbers.length === 1 ? this.article(first ?? 0).headline : null;
        const undoId = this.#acts.remember("delete-articles", numbers.length, name, () => {
          for (const number of numbers) this.#deleted.delete(number);
          this.#emit("articles.changed", { added: 0, feedIds: [1 as FeedId] });
        });
        return { count: numbers.length, undoId };
      },
      "article.openOriginal": () => ({}),
      "articles.markRead": ({ articleIds, read }: { articleIds: ArticleId[]; read: boolean }) => {
        for (const id of articleIds) this.change(id, { read });
        return {};
      },
      "timeline.markAllRead": ({ timelineId }: { timelineId: number }) => {
        const unread = this.#numbers(timelineId).filter((number) => !this.article(number).read);
        for (const number of unread) {
          this.#changes.set(number, { ...this.#changes.get(number), read: true });
        }
        this.#emit("statuses.changed", { articleIds: null });
        if (unread.length === 0) return { count: 0, undoId: null };
        const undoId = this.#acts.remember("mark-read", unread.length, null, () => {
          for (const number of unread) {
            this.#changes.set(number, { ...this.#changes.get(number), read: false });
          }
          this.#emit("statuses.changed", { articleIds: null });
        });
        return { count: unread.length, undoId };
      },
      "bookmarks.add": ({ articleId }: { articleId: ArticleId }) => {
        this.change(articleId, { bookmarked: true });
        return {};
      },
      "bookmarks.remove": ({ articleId }: { articleId: ArticleId }) => {
        this.change(articleId, { bookmarked: false });
        const { headline } = this.article(numberOf(articleId));
        return {
          undoId: this.#acts.remember("remove-bookmark", 1, headline, () =>
            this.change(articleId, { bookmarked: true }),
          ),
        };
      },
    };
  }

  /** A timeline's articles; newest first is by falling number beyond the first, made-up time aside. */
  #select({ scope, filter, order }: TimelineQuery): number[] {
    let numbers = Array.from({ length: this.#count }, (_, number) => number).filter(
      (number) => !this.#deleted.has(number),
    );
    const keep = (test: (article: Article) => boolean): void => {
      numbers = numbers.filter((number) => test(this.article(number)));
    };
    if (scope.kind === "feed") keep((article) => article.feedId === scope.feedId);
    if (scope.kind === "section") keep((article) => article.section === scope.section);
    if (scope.kind === "tag") keep((article) => article.tags.includes(scope.tag));
    if (scope.kind === "own-tag") {
      keep(({ bookmark }) => bookmark?.tags.includes(scope.tag) === true);
    }
    if (scope.kind === "folder") {
      keep((article) => folderOfFeed[article.feedId - 1] === scope.folderId);
    }
    if (scope.kind === "bookmarks" || filter === "bookmarked") keep(({ bookmarked }) => bookmarked);
    if (filter === "unread") keep(({ read }) => !read);
    return order === "oldest" ? numbers.reverse() : numbers;
  }

  #open(query: TimelineQuery): RequestOutput<"timeline.open"> {
    const numbers = this.#select(query);
    const timelineId = this.#nextTimeline++;
    this.#timelines.set(timelineId, { query, numbers });
    const days: { day: string; count: number }[] = [];
    for (const number of numbers) {
      const date = new Date(this.#now - 240_000 - number * 1_260_000);
      const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
        .map((part) => String(part).padStart(2, "0"))
        .join("-");
      const last = days.at(-1);
      if (last?.day === day) last.count++;
      else days.push({ day, count: 1 });
    }
    return { timelineId, total: numbers.length, days };
  }

  #numbers(timelineId: number): readonly number[] {
    return this.#timelines.get(timelineId)?.numbers ?? [];
  }
}

function numberOf(id: string): number {
  return Number(id.split("-")[1]);
}

function gapOf(article: Article): Gap {
  const { feedId, feedTitle, headline, offline, page, pictures, published } = article;
  const missing = pictures.filter(({ media }) => media === null);
  const failed = missing.flatMap(({ failure }) => failure ?? []);
  return {
    articleId: article.id,
    feedId,
    feedTitle,
    headline,
    published,
    offline,
    page,
    picturesWaiting: missing.length - failed.length,
    picturesFailed: failed.length,
    pictureFailure: failed[0] ?? null,
  };
}
