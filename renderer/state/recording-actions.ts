import type { ArticleId, FeedSummary, Recording } from "../../preload/contract/contract.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import type { PlayerStore } from "./player-store.ts";
import type { ReadingStore } from "./reading-store.ts";

interface Stores {
  readonly client: Client;
  readonly reading: ReadingStore;
  readonly player: PlayerStore;
  readonly attempts: Attempts;
}

/** What a reader can do about sounds and films; the open article follows what becomes of its own. */
export class RecordingActions {
  readonly #stores: Stores;

  constructor(stores: Stores) {
    this.#stores = stores;
    stores.client.listen("recordings.progressed", ({ articleId, index, recording }) => {
      this.#show(articleId, index, recording);
    });
  }

  async keep(articleId: ArticleId, index: number): Promise<void> {
    const { attempts, client } = this.#stores;
    await attempts.run(() => client.request("recordings.keep", { articleId, index }));
  }

  /** Removes it from this disk, or gives it up while it is on its way; it is no longer played then. */
  async remove(articleId: ArticleId, index: number): Promise<void> {
    const { attempts, client, player } = this.#stores;
    if (player.isOf(articleId, index)) await player.close();
    await attempts.run(() => client.request("recordings.remove", { articleId, index }));
  }

  /** Sets how many of titles' newest are kept by themselves; false when that could not be stored. */
  async setRule(feeds: readonly FeedSummary[], newest: number): Promise<boolean> {
    const { attempts, client } = this.#stores;
    const feedIds = feeds.map(({ id }) => id);
    return attempts.run(() => client.request("titles.setRecordings", { feedIds, newest }));
  }

  #show(articleId: ArticleId, index: number, recording: Recording): void {
    const { reading } = this.#stores;
    const { article } = reading;
    if (article?.id !== articleId) return;
    const enclosures = article.enclosures.map((enclosure, at) =>
      at === index && enclosure.recording !== null ? { ...enclosure, recording } : enclosure,
    );
    reading.patch(articleId, { enclosures });
  }
}
