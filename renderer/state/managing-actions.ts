import type {
  FeedId,
  FeedSummary,
  FolderId,
  RequestOutput,
  Section,
} from "../../preload/contract/contract.ts";
import { t } from "../text/text.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import type { ToastStore } from "./toast-store.ts";

/** What came of the wish to visit titles now. */
export type Visits = RequestOutput<"titles.visit">;

interface Stores {
  readonly client: Client;
  readonly toasts: ToastStore;
  readonly attempts: Attempts;
}

const idsOf = (feeds: readonly FeedSummary[]): FeedId[] => feeds.map(({ id }) => id);

/** What a reader can do with one or many titles at once; what fails is told in a message. */
export class ManagingActions {
  readonly #client: Client;
  readonly #toasts: ToastStore;
  readonly #attempts: Attempts;

  constructor({ client, toasts, attempts }: Stores) {
    this.#client = client;
    this.#toasts = toasts;
    this.#attempts = attempts;
  }

  /**
   * Visits titles now, `afresh` without a condition; `word` says what came of it, also for those
   * that have to wait.
   */
  async visit(
    feeds: readonly FeedSummary[],
    afresh: boolean,
    word: (visits: Visits) => string,
  ): Promise<void> {
    await this.#attempts.run(async () => {
      const visits = await this.#client.request("titles.visit", { feedIds: idsOf(feeds), afresh });
      this.#toasts.tell(word(visits));
    });
  }

  /** Files titles at the end of a folder, which is made when it is named; none for null. */
  async move(
    feeds: readonly FeedSummary[],
    folderId: FolderId | null,
    newName: string | null,
  ): Promise<void> {
    await this.#attempts.run(async () => {
      const target =
        newName === null
          ? folderId
          : (await this.#client.request("folders.create", { name: newName })).folderId;
      const feedIds = idsOf(feeds);
      await this.#client.request("sources.move", { feedIds, folderId: target, before: null });
    });
  }

  /** Puts titles into a section of the newspaper, or into none. */
  async setSection(feeds: readonly FeedSummary[], section: Section | null): Promise<void> {
    await this.#attempts.run(() =>
      this.#client.request("sources.setSection", { feedIds: idsOf(feeds), section }),
    );
  }

  async unfollow(feeds: readonly FeedSummary[]): Promise<void> {
    const [only, ...others] = feeds;
    if (only === undefined) return;
    await this.#attempts.run(async () => {
      const feedIds = idsOf(feeds);
      const { count, undoId } = await this.#client.request("sources.unfollow", { feedIds });
      const text =
        others.length === 0
          ? t("toast.unfollowed", { title: only.title })
          : t("titles.unfollowed", { count });
      this.#toasts.tell(text, undoId);
    });
  }
}
