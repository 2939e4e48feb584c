import type {
  ExportedBookmarks,
  ExportFormat,
  FeedSummary,
  RequestInput,
  Retention,
} from "../../preload/contract/contract.ts";
import { formatBytes } from "../text/formats.ts";
import { t } from "../text/text.ts";
import type { Attempts } from "./attempts.ts";
import { asFailure, type Client } from "./client.ts";
import type { SettingsStore } from "./settings-store.ts";
import type { StorageStore } from "./storage-store.ts";
import type { TimelineStore } from "./timeline-store.ts";
import type { ToastStore } from "./toast-store.ts";

/** How much of everything is kept. */
export interface Limits {
  readonly retention: Retention;
  /** Megabytes; null: no limit. */
  readonly sizeBudget: number | null;
}

interface Stores {
  readonly client: Client;
  readonly settings: SettingsStore;
  readonly storage: StorageStore;
  readonly timeline: TimelineStore;
  readonly toasts: ToastStore;
  readonly attempts: Attempts;
}

/** What a reader can do with what is kept and where; what fails is told in a message. */
export class KeepingActions {
  readonly #client: Client;
  readonly #settings: SettingsStore;
  readonly #storage: StorageStore;
  readonly #timeline: TimelineStore;
  readonly #toasts: ToastStore;
  readonly #attempts: Attempts;

  constructor({ client, settings, storage, timeline, toasts, attempts }: Stores) {
    this.#client = client;
    this.#settings = settings;
    this.#storage = storage;
    this.#timeline = timeline;
    this.#toasts = toasts;
    this.#attempts = attempts;
  }

  /** Sets how much is kept; what is over it is removed soon after. Whether it was stored. */
  async limit(limits: Limits): Promise<boolean> {
    return this.#attempts.run(async () => {
      await this.#settings.change(limits);
      this.#toasts.tell(t("storage.applied"));
    });
  }

  /** Sets how long the articles of titles are kept; null: as the settings say. */
  async keepFeeds(feeds: readonly FeedSummary[], retention: Retention | null): Promise<boolean> {
    const [first, ...others] = feeds;
    if (first === undefined) return true;
    return this.#attempts.run(async () => {
      const feedIds = feeds.map(({ id }) => id);
      await this.#client.request("sources.setRetention", { feedIds, retention });
      this.#toasts.tell(
        others.length === 0
          ? t("keep.saved", { title: first.title })
          : t("titles.kept", { count: feeds.length }),
      );
    });
  }

  /** Removes now what the settings do not keep, and says how much that was. */
  async removeNow(): Promise<void> {
    await this.#attempts.run(async () => {
      const { articles, pictures, bytes } = await this.#storage.during("purge", () =>
        this.#client.request("storage.purge", {}),
      );
      const size = formatBytes(bytes);
      const removed =
        articles === 0
          ? t("storage.removedPictures", { count: pictures, size })
          : t("storage.removed", { count: articles, size });
      this.#toasts.tell(articles + pictures === 0 ? t("storage.nothingRemoved") : removed);
      await Promise.all([
        this.#storage.load(),
        articles + pictures === 0 ? null : this.#timeline.reopen(),
      ]);
    });
  }

  async openFolder(which: RequestInput<"storage.openFolder">["which"]): Promise<void> {
    await this.#attempts.run(() => this.#client.request("storage.openFolder", { which }));
  }

  /** Asks for a folder, copies the library there, and starts anew with it. */
  async move(): Promise<void> {
    await this.#attempts.run(async () => {
      const result = await this.#storage
        .during("move", () => this.#client.request("storage.move", {}))
        .catch(async (thrown: unknown) => {
          await this.#noteRestart();
          throw thrown;
        });
      if (!result.moved) return;
      const { folder, warning } = result;
      this.#storage.needRestart({ movedTo: folder, warning });
      // What the reader should know is read before the window goes.
      if (warning === null) await this.#client.request("app.restart", {});
    });
  }

  async restart(): Promise<void> {
    await this.#attempts.run(() => this.#client.request("app.restart", {}));
  }

  /** A move that fails late leaves a library that takes no changes before a restart. */
  async #noteRestart(): Promise<void> {
    await this.#client.request("sources.list", {}).catch((thrown: unknown) => {
      if (asFailure(thrown).code === "restart-needed") {
        this.#storage.needRestart({ movedTo: null, warning: null });
      }
    });
  }

  /** Writes a backup into a file that the reader chooses. */
  async backUp(): Promise<void> {
    await this.#attempts.run(async () => {
      const { path } = await this.#storage.during("backup", () =>
        this.#client.request("backup.create", {}),
      );
      if (path !== null) this.#toasts.tell(t("data.backedUp", { path }));
    });
  }

  /** Writes bookmarks for other programs where the reader chooses. Whether it is done, not cancelled. */
  async exportBookmarks(format: ExportFormat, which: ExportedBookmarks): Promise<boolean> {
    let isWritten = false;
    await this.#attempts.run(async () => {
      const { path, written, left } = await this.#storage.during("export", () =>
        this.#client.request("export.bookmarks", { format, which }),
      );
      if (path === null) return;
      isWritten = true;
      this.#toasts.tell(t("toast.exported", { count: written, path }));
      if (left > 0) this.#toasts.warn(t("toast.exportedButLeft", { count: left }));
    });
    return isWritten;
  }

  /** Writes everything in open formats into a folder that the reader chooses. */
  async exportEverything(): Promise<void> {
    await this.#attempts.run(async () => {
      const { folder } = await this.#storage.during("export", () =>
        this.#client.request("export.everything", {}),
      );
      if (folder !== null) this.#toasts.tell(t("data.exported", { folder }));
    });
  }
}
