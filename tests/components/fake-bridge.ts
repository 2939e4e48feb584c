import type {
  Article,
  ArticleId,
  ArticleRow,
  Bridge,
  BridgeError,
  CatalogueEntry,
  EventName,
  EventPayload,
  FeedId,
  FeedSummary,
  FolderId,
  RefreshStatus,
  Reply,
  RequestInput,
  RequestName,
  RequestOutput,
  Settings,
  Sources,
  TimelineQuery,
  UndoableActSummary,
  ViewState,
} from "../../preload/contract/contract.ts";
import { fakeArticle, fakeTitles } from "./fake-articles.ts";
import { FakeActs } from "./fake-acts.ts";
import { fakeCatalogue, fakeFeed, fakeRecord, folderOfFeed } from "./fake-sources.ts";
import { fakeDataFolder, fakeStorage, type FakeStorageOptions } from "./fake-storage.ts";

export interface FakeOptions {
  /** How many articles there are. */
  readonly articles?: number;
  /** Requests that are refused, with the reason. */
  readonly refuse?: Partial<Record<RequestName, BridgeError["code"]>>;
  /** Nothing is followed yet. */
  readonly empty?: boolean;
  readonly refreshing?: boolean;
  /** What differs from the usual state of refreshing. */
  readonly refresh?: Partial<RefreshStatus>;
  readonly repairs?: readonly string[];
  readonly moves?: RequestOutput<"app.info">["moves"];
  readonly storage?: FakeStorageOptions;
  /** Acts from before this start, newest first. */
  readonly earlierActs?: readonly Omit<UndoableActSummary, "at">[];
  readonly view?: Partial<ViewState>;
  readonly settings?: Partial<Settings>;
  readonly catalogue?: readonly CatalogueEntry[];
  /** Milliseconds that each answer takes. */
  readonly delay?: number;
}

type Answers = { [Name in RequestName]: (input: never) => RequestOutput<Name> };
interface Frozen {
  readonly query: TimelineQuery;
  readonly numbers: readonly number[];
}

/** A main process in memory: answers every request from articles that are made up as needed. */
export class FakeBridge implements Bridge {
  readonly asked: { readonly name: RequestName; readonly input: unknown }[] = [];
  readonly #options: FakeOptions;
  readonly #now = Date.now();
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>();
  readonly #timelines = new Map<number, Frozen>();
  readonly #changes = new Map<number, Partial<Article>>();
  readonly #deleted = new Set<number>();
  readonly #acts: FakeActs;
  readonly #answers: Answers;
  #nextTimeline = 1;
  #count: number;
  #feeds: FeedSummary[];
  #settings: Settings;
  #view: ViewState;
  /** Sentences about repairs; a test adds to them and announces it. */
  repairs: string[];
  /** Titles that moved. */
  moves: RequestOutput<"app.info">["moves"];
  /** Refusals, which a test may change as it goes. */
  refuse: Partial<Record<RequestName, BridgeError["code"]>>;

  constructor(options: FakeOptions = {}) {
    this.#options = options;
    this.refuse = { ...options.refuse };
    this.repairs = [...(options.repairs ?? [])];
    this.moves = [...(options.moves ?? [])];
    this.#acts = new FakeActs(options.earlierActs ?? [], this.#now);
    this.#answers = this.#makeAnswers();
    this.#count = options.empty === true ? 0 : (options.articles ?? 120);
    this.#feeds =
      options.empty === true
        ? []
        : fakeTitles.map((title, index) => fakeFeed(title, index, this.#now));
    this.#settings = {
      theme: "system",
      textSize: 100,
      textWidth: "medium",
      density: "comfortable",
      refreshOnStart: true,
      refreshMinutes: 60,
      keepPictures: true,
      retention: { days: null, articles: null, keepUnread: true },
      sizeBudget: 10_000,
      ...options.settings,
    };
    this.#view = {
      sidebarWidth: 260,
      listWidth: 380,
      query: { scope: { kind: "all" }, filter: "all", order: "newest" },
      articleId: null,
      articleScroll: 0,
      topArticleId: null,
      collapsedFolders: [],
      ...options.view,
    };
  }

  async request<Name extends RequestName>(
    name: Name,
    input: unknown,
  ): Promise<Reply<RequestOutput<Name>>> {
    this.asked.push({ name, input });
    await new Promise((resolve) => setTimeout(resolve, this.#options.delay ?? 0));
    const code = this.refuse[name];
    if (code !== undefined) return { ok: false, error: { code, message: `refused: ${name}` } };
    const answer = this.#answers[name] as (input: unknown) => RequestOutput<Name> | null;
    const value = answer(input);
    return value === null
      ? { ok: false, error: { code: "not-found", message: "no such article" } }
      : { ok: true, value };
  }

  listen<Name extends EventName>(
    name: Name,
    callback: (payload: EventPayload<Name>) => void,
  ): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(callback));
    return () => listeners.delete(callback);
  }

  /** Announces an event. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never);
  }

  /** Lets articles arrive. They have the highest numbers and stand first. */
  arrive(count: number): void {
    this.#count += count;
    this.emit("articles.changed", { added: count, feedIds: [1 as FeedId] });
  }

  /** Changes an article, as when its pictures arrive. */
  change(id: ArticleId, change: Partial<Article>): void {
    const number = numberOf(id);
    this.#changes.set(number, { ...this.#changes.get(number), ...change });
    this.emit("statuses.changed", { articleIds: [id] });
  }

  /** How often a request was made. */
  timesAsked(name: RequestName): number {
    return this.asked.filter((asked) => asked.name === name).length;
  }

  article(number: number): Article {
    return { ...fakeArticle(number, this.#now), ...this.#changes.get(number) };
  }

  #makeAnswers(): Answers {
    return {
      "app.info": () => ({
        version: "0.1.0",
        platform: "linux",
        dataFolder: fakeDataFolder,
        locale: "en-GB",
        secrets: "sealed" as const,
        readOnly: this.#options.storage?.readOnly === true,
        repairs: [...this.repairs],
        moves: [...this.moves],
      }),
      "settings.read": () => this.#settings,
      "settings.change": (input: Partial<Settings>) =>
        (this.#settings = { ...this.#settings, ...input }),
      "view.restore": () => this.#view,
      "view.remember": (input: ViewState) => {
        this.#view = input;
        return {};
      },
      "sources.list": () => this.#sources(),
      "sources.discover": ({ address }: { address: string }) => ({
        candidates: [
          {
            address: `https://${address.replace(/^https?:\/\//, "")}/feed.xml`,
            title: "Harbour Review",
            description: "Long reading about the sea and the towns beside it.",
            site: "https://example.org",
            itemCount: 24,
            newest: this.#now - 7_200_000,
            followedAs: null,
          },
          {
            address: "https://example.org/comments.xml",
            title: "Harbour Review: Comments",
            description: "",
            site: null,
            itemCount: 10,
            newest: null,
            followedAs: 6 as FeedId,
          },
        ],
      }),
      "sources.follow": ({ feeds }: { feeds: { address: string; title?: string }[] }) => {
        const followed = feeds.map(({ address, title }) => {
          const feed = {
            ...fakeFeed(title ?? address, this.#feeds.length, this.#now),
            address,
            folderId: null,
          };
          this.#feeds = [...this.#feeds, feed];
          return feed.id;
        });
        this.emit("sources.changed", {});
        return { followed, alreadyFollowed: [] };
      },
      "sources.unfollow": ({ feedIds }: { feedIds: FeedId[] }) => {
        const before = this.#feeds;
        this.#feeds = before.filter((feed) => !feedIds.includes(feed.id));
        this.emit("sources.changed", {});
        const name = before.find((feed) => feed.id === feedIds[0])?.title ?? null;
        const undoId = this.#acts.remember("unfollow", feedIds.length, name, () => {
          this.#feeds = before;
          this.emit("sources.changed", {});
        });
        return { count: feedIds.length, undoId };
      },
      "sources.setRetention": ({ feedIds, retention }: RequestInput<"sources.setRetention">) => {
        this.#feeds = this.#feeds.map((feed) =>
          feedIds.some((id) => id === feed.id) ? { ...feed, retention } : feed,
        );
        this.emit("sources.changed", {});
        return {};
      },
      "sources.rename": ({ feedId, title }: { feedId: FeedId; title: string }) => {
        this.#feeds = this.#feeds.map((feed) => (feed.id === feedId ? { ...feed, title } : feed));
        this.emit("sources.changed", {});
        return {};
      },
      "sources.move": ({ feedIds, folderId }: { feedIds: FeedId[]; folderId: FolderId | null }) => {
        this.#feeds = this.#feeds.map((feed) =>
          feedIds.includes(feed.id) ? { ...feed, folderId } : feed,
        );
        this.emit("sources.changed", {});
        return {};
      },
      "folders.create": () => ({ folderId: 4 as FolderId }),
      "folders.rename": () => ({}),
      "folders.remove": () => ({
        undoId: this.#acts.remember("remove-folder", 2, "Morning", () => undefined),
      }),
      "catalogue.list": () => ({ entries: [...(this.#options.catalogue ?? fakeCatalogue())] }),
      "opml.export": () => ({ path: "/home/reader/titles.opml" }),
      "opml.import": ({ bytes }: { bytes: Uint8Array }) => ({
        followed: new TextDecoder().decode(bytes).split("xmlUrl").length - 1,
        alreadyFollowed: 1,
        foldersCreated: 2,
        skipped: ["A line without an address"],
      }),
      "titles.records": () => ({
        records: this.#feeds.map((feed, index) => fakeRecord(feed, index)),
      }),
      "titles.visit": ({ feedIds }: { feedIds: FeedId[] }) => ({
        visiting: feedIds.length,
        waiting: [],
      }),
      "titles.setAddress": () => ({}),
      "titles.setCredentials": () => ({}),
      "signIns.list": () => ({ signIns: [] }),
      "signIns.open": () => ({ signedIn: true, site: "example.org" }),
      "signIns.end": () => ({}),
      "refresh.start": () => this.#refresh(),
      "refresh.cancel": () => ({}),
      "refresh.status": () => this.#refresh(),
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
      "timeline.close": ({ timelineId }: { timelineId: number }) => {
        this.#timelines.delete(timelineId);
        return {};
      },
      "article.open": ({ articleId }: { articleId: ArticleId }) => {
        const number = numberOf(articleId);
        const isHere = number < this.#count && !this.#deleted.has(number);
        return isHere ? this.article(number) : (null as never);
      },
      "articles.delete": ({ articleIds }: { articleIds: ArticleId[] }) => {
        const numbers = articleIds.map(numberOf);
        for (const number of numbers) this.#deleted.add(number);
        this.emit("articles.changed", { added: 0, feedIds: [1 as FeedId] });
        const [first] = numbers;
        const name = numbers.length === 1 ? this.article(first ?? 0).headline : null;
        const undoId = this.#acts.remember("delete-articles", numbers.length, name, () => {
          for (const number of numbers) this.#deleted.delete(number);
          this.emit("articles.changed", { added: 0, feedIds: [1 as FeedId] });
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
        this.emit("statuses.changed", { articleIds: null });
        if (unread.length === 0) return { count: 0, undoId: null };
        const undoId = this.#acts.remember("mark-read", unread.length, null, () => {
          for (const number of unread) {
            this.#changes.set(number, { ...this.#changes.get(number), read: false });
          }
          this.emit("statuses.changed", { articleIds: null });
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
      "undo.list": () => ({ acts: this.#acts.list() }),
      "undo.perform": ({ undoId }: { undoId: string }) =>
        this.#acts.perform(undoId) ? {} : (null as never),
      ...fakeStorage(this.#options.storage ?? {}, this.#now, (name, payload) =>
        this.emit(name, payload),
      ),
      "links.open": () => ({}),
    };
  }

  #sources(): Sources {
    const unread = this.#feeds.reduce((sum, feed) => sum + feed.unread, 0);
    const isEmpty = this.#feeds.length === 0;
    return {
      folders: isEmpty
        ? []
        : ["Morning", "Makers & science", "Weekend"].map((name, index) => ({
            id: (index + 1) as FolderId,
            name,
          })),
      feeds: this.#feeds,
      unread,
      total: this.#count,
      bookmarks: isEmpty ? 0 : 11,
      offline: { listed: this.#count, ready: Math.max(0, this.#count - 8), bytes: 84_300_000 },
    };
  }

  #refresh(): RefreshStatus {
    const running = this.#options.refreshing === true;
    return {
      running,
      done: running ? 142 : 0,
      total: running ? 300 : 0,
      failed: running ? 3 : 0,
      picturesWaiting: running ? 27 : 0,
      nextDue: this.#feeds.length === 0 ? null : this.#now + 1_500_000,
      disconnected: false,
      storageFailure: null,
      ...this.#options.refresh,
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
    if (scope.kind === "folder") {
      keep((article) => folderOfFeed[article.feedId - 1] === scope.folderId);
    }
    if (scope.kind === "bookmarks" || filter === "bookmarked") keep(({ bookmarked }) => bookmarked);
    if (filter === "unread") keep(({ read }) => !read);
    return order === "newest" ? numbers : numbers.reverse();
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
