import type { ArticleId, RequestOutput } from "../../preload/contract/contract.ts";
import { t } from "../text/text.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import { Store } from "./store.ts";
import { throttle } from "./throttle.ts";
import type { ToastStore } from "./toast-store.ts";

interface Stores {
  readonly client: Client;
  readonly attempts: Attempts;
  readonly toasts: ToastStore;
}

type CountedTag = RequestOutput<"bookmarks.tags">["tags"][number];

/** The tags that the reader gave to bookmarks, and how such are given. */
export class OwnTagStore extends Store {
  readonly #client: Client;
  readonly #attempts: Attempts;
  readonly #toasts: ToastStore;
  /** By name, each with how many bookmarks have it; empty until the first answer. */
  tags: readonly CountedTag[] = [];

  constructor({ client, attempts, toasts }: Stores) {
    super();
    this.#client = client;
    this.#attempts = attempts;
    this.#toasts = toasts;
    const reload = throttle(() => void this.load(), 400);
    client.listen("bookmarks.changed", reload);
  }

  /** Reads them anew; what cannot be read stays as it was. */
  async load(): Promise<void> {
    const answer = await this.#client.request("bookmarks.tags", {}).catch(() => null);
    if (answer === null) return;
    this.tags = answer.tags;
    this.changed();
  }

  /** Writes to an article, which becomes a bookmark by it. Whether it is stored. */
  write(articleId: ArticleId, tags: string[], note: string): Promise<boolean> {
    return this.#attempts.run(async () => {
      const { undoId } = await this.#client.request("bookmarks.write", { articleId, tags, note });
      // Where nothing was there before, nothing can be missed.
      if (undoId !== null) this.#toasts.tell(t("toast.bookmarkWritten"), undoId);
    });
  }
}
