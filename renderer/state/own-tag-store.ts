import type { ArticleId, RequestOutput } from "../../preload/contract/contract.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import { Store } from "./store.ts";
import { throttle } from "./throttle.ts";

type CountedTag = RequestOutput<"bookmarks.tags">["tags"][number];

/** The tags that the reader gave to bookmarks, and how such are given. */
export class OwnTagStore extends Store {
  readonly #client: Client;
  readonly #attempts: Attempts;
  /** By name, each with how many bookmarks have it; empty until the first answer. */
  tags: readonly CountedTag[] = [];

  constructor({ client, attempts }: { readonly client: Client; readonly attempts: Attempts }) {
    super();
    this.#client = client;
    this.#attempts = attempts;
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
      await this.#client.request("bookmarks.setTags", { articleId, tags });
      await this.#client.request("bookmarks.setNote", { articleId, note });
    });
  }
}
