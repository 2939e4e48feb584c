import type {
  CatalogueEntry,
  EventName,
  EventPayload,
  FeedId,
  FeedSummary,
  FolderId,
  RequestInput,
  RequestName,
  RequestOutput,
  SignIn,
  Sources,
  TitleRecord,
  WaitReason,
} from "../../preload/contract/contract.ts";
import type { FakeActs } from "./fake-acts.ts";
import { fakeTitles } from "./fake-articles.ts";
import { fakeCatalogue, fakeFeed, fakeRecord } from "./fake-sources.ts";

/** What is followed, and how its publishers behave. */
export interface FakeTitlesOptions {
  /** Nothing is followed yet. */
  readonly empty?: boolean;
  readonly catalogue?: readonly CatalogueEntry[];
  /** What differs from the usual in titles, by their place. */
  readonly titles?: Readonly<Record<number, Partial<FeedSummary>>>;
  readonly signIns?: readonly SignIn[];
  /** How many titles are followed; those beyond the usual ones have numbers in their names. */
  readonly titleCount?: number;
  /** What differs from the usual in titles' records, by their place. */
  readonly records?: Readonly<Record<number, Partial<TitleRecord>>>;
  /** Titles that have to wait when they are to be visited, by their place. */
  readonly waiting?: Readonly<Record<number, { until: number; reason: WaitReason }>>;
}

interface Surroundings {
  readonly acts: FakeActs;
  readonly now: number;
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** How many articles there are. */
  readonly articles: () => number;
}

type TitleRequest = Extract<
  RequestName,
  | `sources.${string}`
  | `folders.${string}`
  | `catalogue.${string}`
  | `opml.${string}`
  | `titles.${string}`
  | `signIns.${string}`
>;

function titleNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => fakeTitles[index] ?? `Title ${index + 1}`);
}

/** Followed titles in memory, with their folders, and the answers to requests about them. */
export class FakeTitles {
  readonly #options: FakeTitlesOptions;
  readonly #acts: FakeActs;
  readonly #now: number;
  readonly #around: Surroundings;
  #feeds: FeedSummary[];
  #signIns: SignIn[];

  constructor(options: FakeTitlesOptions, around: Surroundings) {
    this.#options = options;
    this.#around = around;
    this.#acts = around.acts;
    this.#now = around.now;
    this.#signIns = [...(options.signIns ?? [])];
    this.#feeds =
      options.empty === true
        ? []
        : titleNames(options.titleCount ?? fakeTitles.length).map((title, index) => ({
            ...fakeFeed(title, index, around.now),
            ...options.titles?.[index],
          }));
  }

  get isEmpty(): boolean {
    return this.#feeds.length === 0;
  }

  answers(): { [Name in TitleRequest]: (input: never) => RequestOutput<Name> } {
    return {
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
            pages: null,
            followedAs: null,
          },
          {
            address: "https://example.org/comments.xml",
            title: "Harbour Review: Comments",
            description: "",
            site: null,
            itemCount: 10,
            newest: null,
            pages: null,
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
        this.#changed();
        return { followed, alreadyFollowed: [] };
      },
      "sources.unfollow": ({ feedIds }: { feedIds: FeedId[] }) => {
        const before = this.#feeds;
        this.#feeds = before.filter((feed) => !feedIds.includes(feed.id));
        this.#changed();
        const name = before.find((feed) => feed.id === feedIds[0])?.title ?? null;
        const undoId = this.#acts.remember("unfollow", feedIds.length, name, () => {
          this.#feeds = before;
          this.#changed();
        });
        return { count: feedIds.length, undoId };
      },
      "sources.setRetention": ({ feedIds, retention }: RequestInput<"sources.setRetention">) => {
        this.#feeds = this.#feeds.map((feed) =>
          feedIds.some((id) => id === feed.id) ? { ...feed, retention } : feed,
        );
        this.#changed();
        return {};
      },
      "sources.setSection": ({ feedIds, section }: RequestInput<"sources.setSection">) => {
        this.#feeds = this.#feeds.map((feed) =>
          feedIds.some((id) => id === feed.id) ? { ...feed, section } : feed,
        );
        this.#changed();
        return {};
      },
      "sources.rename": ({ feedId, title }: { feedId: FeedId; title: string }) => {
        this.#change(feedId, { title });
        return {};
      },
      "sources.move": ({ feedIds, folderId }: { feedIds: FeedId[]; folderId: FolderId | null }) => {
        this.#feeds = this.#feeds.map((feed) =>
          feedIds.includes(feed.id) ? { ...feed, folderId } : feed,
        );
        this.#changed();
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
        records: this.#feeds.map((feed, index) => ({
          ...fakeRecord(feed, index),
          ...this.#options.records?.[feed.id - 1],
        })),
      }),
      "titles.visit": ({ feedIds }: { feedIds: FeedId[] }) => {
        const waiting = feedIds.flatMap((feedId) => {
          const wait = this.#options.waiting?.[feedId - 1];
          return wait === undefined ? [] : [{ feedId, ...wait }];
        });
        return { visiting: feedIds.length - waiting.length, waiting };
      },
      "titles.setAddress": ({ feedId, address }: { feedId: FeedId; address: string }) => {
        this.#change(feedId, { address, failure: null });
        return {};
      },
      "titles.setRecordings": () => ({}),
      "titles.setFullText": ({ feedIds, fullText }: RequestInput<"titles.setFullText">) => {
        this.#feeds = this.#feeds.map((feed) =>
          feedIds.some((id) => id === feed.id) ? { ...feed, fullText } : feed,
        );
        this.#changed();
        return {};
      },
      "titles.setCredentials": ({
        feedId,
        credentials,
      }: {
        feedId: FeedId;
        credentials: object | null;
      }) => {
        this.#change(feedId, { isPrivate: credentials !== null, failure: null });
        return {};
      },
      "signIns.list": () => ({ signIns: this.#signIns }),
      "signIns.open": ({ feedId }: { feedId: FeedId }) => {
        const site = "example.org";
        this.#signIns = [{ site, since: this.#now, feedIds: [feedId] }];
        this.#change(feedId, { signedIn: true });
        return { signedIn: true, site };
      },
      "signIns.end": ({ site }: { site: string }) => {
        const ended = this.#signIns.find((signIn) => signIn.site === site);
        this.#signIns = this.#signIns.filter((signIn) => signIn !== ended);
        for (const feedId of ended?.feedIds ?? []) this.#change(feedId, { signedIn: false });
        return {};
      },
    };
  }

  #change(feedId: FeedId, change: Partial<FeedSummary>): void {
    this.#feeds = this.#feeds.map((feed) => (feed.id === feedId ? { ...feed, ...change } : feed));
    this.#changed();
  }

  #changed(): void {
    this.#around.emit("sources.changed", {});
  }

  #sources(): Sources {
    const unread = this.#feeds.reduce((sum, feed) => sum + feed.unread, 0);
    const articles = this.#around.articles();
    const { isEmpty } = this;
    return {
      folders: isEmpty
        ? []
        : ["Morning", "Makers & science", "Weekend"].map((name, index) => ({
            id: (index + 1) as FolderId,
            name,
          })),
      feeds: this.#feeds,
      unread,
      total: articles,
      bookmarks: isEmpty ? 0 : 11,
      offline: { listed: articles, ready: Math.max(0, articles - 8), bytes: 84_300_000 },
    };
  }
}
