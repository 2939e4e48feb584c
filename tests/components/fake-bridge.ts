import type {
  Article,
  ArticleId,
  Bridge,
  BridgeError,
  EventName,
  EventPayload,
  RefreshStatus,
  Reply,
  RequestInput,
  RequestName,
  RequestOutput,
  Settings,
  UndoableActSummary,
  ViewState,
} from "../../preload/contract/contract.ts";
import { FakeActs } from "./fake-acts.ts";
import { FakeFinding } from "./fake-finding.ts";
import { FakeOffline, type FakeOfflineOptions } from "./fake-offline.ts";
import { fakeDataFolder, fakeStorage, type FakeStorageOptions } from "./fake-storage.ts";
import { FakeTimelines } from "./fake-timelines.ts";
import { FakeTitles, type FakeTitlesOptions } from "./fake-titles.ts";

export interface FakeOptions extends FakeTitlesOptions, FakeOfflineOptions {
  /** How many articles there are. */
  readonly articles?: number;
  /** Requests that are refused, with the reason. */
  readonly refuse?: Partial<Record<RequestName, BridgeError["code"]>>;
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
  /** How secrets are kept. */
  readonly secrets?: RequestOutput<"app.info">["secrets"];
  /** Milliseconds that each answer takes. */
  readonly delay?: number;
}

type Answers = { [Name in RequestName]: (input: never) => RequestOutput<Name> };

/** A main process in memory: answers every request from articles that are made up as needed. */
export class FakeBridge implements Bridge {
  readonly asked: { readonly name: RequestName; readonly input: unknown }[] = [];
  readonly #options: FakeOptions;
  readonly #now = Date.now();
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>();
  readonly #acts: FakeActs;
  readonly #titles: FakeTitles;
  readonly #timelines: FakeTimelines;
  /** Preparing, which goes on when a test says so. */
  readonly offline: FakeOffline;
  readonly finding: FakeFinding;
  readonly #answers: Answers;
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
    const around = {
      acts: this.#acts,
      now: this.#now,
      emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>): void => {
        this.emit(name, payload);
      },
    };
    this.#timelines = new FakeTimelines(
      options.empty === true ? 0 : (options.articles ?? 120),
      around,
    );
    this.#titles = new FakeTitles(options, { ...around, articles: () => this.#timelines.count });
    this.offline = new FakeOffline(options, {
      ...around,
      articles: () => this.#timelines.count,
    });
    this.finding = new FakeFinding((text) => this.#timelines.look(text));
    this.#answers = this.#makeAnswers();
    this.#settings = {
      theme: "system",
      textSize: 100,
      textWidth: "medium",
      density: "comfortable",
      refreshOnStart: true,
      refreshMinutes: 60,
      keepPictures: true,
      keepFullTexts: true,
      connection: "auto",
      onMetered: "texts",
      pictureCap: 1_000,
      playbackRate: 1,
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
    this.#timelines.arrive(count);
  }

  /** Changes an article, as when its pictures arrive. */
  change(id: ArticleId, change: Partial<Article>): void {
    this.#timelines.change(id, change);
  }

  article(number: number): Article {
    return this.#timelines.article(number);
  }

  /** How often a request was made. */
  timesAsked(name: RequestName): number {
    return this.asked.filter((asked) => asked.name === name).length;
  }

  #makeAnswers(): Answers {
    return {
      "app.info": () => ({
        version: "0.1.0",
        platform: "linux",
        dataFolder: fakeDataFolder,
        locale: "en-GB",
        secrets: this.#options.secrets ?? "sealed",
        readOnly: this.#options.storage?.readOnly === true,
        repairs: [...this.repairs],
        moves: [...this.moves],
      }),
      "app.dismissMoves": ({ feedIds }: RequestInput<"app.dismissMoves">) => {
        this.moves = this.moves.filter((move) => !feedIds.includes(move.feedId));
        return {};
      },
      "settings.read": () => this.#settings,
      "settings.change": (input: Partial<Settings>) =>
        (this.#settings = { ...this.#settings, ...input }),
      "view.restore": () => this.#view,
      "view.remember": (input: ViewState) => {
        this.#view = input;
        return {};
      },
      ...this.#titles.answers(),
      ...this.#timelines.answers(),
      "refresh.start": () => this.#refresh(),
      "refresh.cancel": () => ({}),
      "refresh.status": () => this.#refresh(),
      "undo.list": () => ({ acts: this.#acts.list() }),
      "undo.perform": ({ undoId }: { undoId: string }) =>
        this.#acts.perform(undoId) ? {} : (null as never),
      ...fakeStorage(this.#options.storage ?? {}, this.#now, (name, payload) =>
        this.emit(name, payload),
      ),
      "links.open": () => ({}),
      ...this.offline.answers(),
      ...this.finding.answers(),
    };
  }

  #refresh(): RefreshStatus {
    const running = this.#options.refreshing === true;
    return {
      running,
      done: running ? 142 : 0,
      total: running ? 300 : 0,
      failed: running ? 3 : 0,
      pagesWaiting: running ? 4 : 0,
      picturesWaiting: running ? 27 : 0,
      nextDue: this.#titles.isEmpty ? null : this.#now + 1_500_000,
      disconnected: false,
      metered: false,
      storageFailure: null,
      ...this.#options.refresh,
    };
  }
}
