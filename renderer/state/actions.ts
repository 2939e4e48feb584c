import type {
  ArticleId,
  ArticleRow,
  FeedId,
  FeedSummary,
  Folder,
  FolderId,
  RequestInput,
  RequestOutput,
  Scope,
} from "../../preload/contract/contract.ts";
import { t } from "../text/text.ts";
import type { Attempts } from "./attempts.ts";
import type { Client } from "./client.ts";
import type { ReadingStore } from "./reading-store.ts";
import type { SettingsChange, SettingsStore } from "./settings-store.ts";
import type { TimelineStore } from "./timeline-store.ts";
import type { ToastStore } from "./toast-store.ts";
import { wordUndone } from "./word-undone.ts";

export type FeedToFollow = RequestInput<"sources.follow">["feeds"][number];

interface Stores {
  readonly client: Client;
  readonly timeline: TimelineStore;
  readonly reading: ReadingStore;
  readonly settings: SettingsStore;
  readonly toasts: ToastStore;
  readonly attempts: Attempts;
}

/** What a reader can do, as one method each; what fails is told in a message. */
export class Actions {
  readonly #client: Client;
  readonly #timeline: TimelineStore;
  readonly #reading: ReadingStore;
  readonly #settings: SettingsStore;
  readonly #toasts: ToastStore;
  readonly #attempts: Attempts;

  constructor({ client, timeline, reading, settings, toasts, attempts }: Stores) {
    this.#client = client;
    this.#timeline = timeline;
    this.#reading = reading;
    this.#settings = settings;
    this.#toasts = toasts;
    this.#attempts = attempts;
  }

  /** Opens the article at an index of the list and marks it read. */
  async openAt(index: number): Promise<void> {
    this.#timeline.select(index);
    const row = await this.#timeline.rowAt(index);
    if (row === null || this.#timeline.selected !== index) return;
    const isOpen = await this.#reading.open(row.id);
    const takesMarks = this.#settings.info?.readOnly !== true;
    if (isOpen && !row.read && takesMarks) await this.setRead(row.id, true);
  }

  /** Opens the next unread article of the list, from the top again after its end. */
  async openNextUnread(): Promise<void> {
    await this.#attempts.run(async () => {
      const { selected } = this.#timeline;
      const index =
        (await this.#timeline.nextUnread(selected)) ?? (await this.#timeline.nextUnread(-1));
      if (index === null) this.#toasts.tell(t("toast.nothingUnreadLeft"));
      else await this.openAt(index);
    });
  }

  /** Marks read or unread: shown at once, taken back when it cannot be stored. */
  async setRead(id: ArticleId, read: boolean): Promise<void> {
    this.#patch(id, { read });
    const done = await this.#attempts.run(() =>
      this.#client.request("articles.markRead", { articleIds: [id], read }),
    );
    if (!done) this.#patch(id, { read: !read });
  }

  /** Sets or removes a bookmark: shown at once, taken back when it cannot be stored. */
  async setBookmark(id: ArticleId, bookmarked: boolean): Promise<void> {
    await this.#attempts.run(async () => {
      if (bookmarked) {
        await this.#client.request("bookmarks.add", { articleId: id });
      } else {
        const { undoId } = await this.#client.request("bookmarks.remove", { articleId: id });
        if (undoId !== null) this.#toasts.tell(t("toast.bookmarkRemoved"), undoId);
      }
      // Only now: a bookmark that is shown is a copy that is on the disk.
      this.#patch(id, { bookmarked });
    });
  }

  /** Deletes an article: out of sight at once, back when that cannot be stored. The next is opened. */
  async deleteArticle({ id, bookmarked }: Pick<ArticleRow, "id" | "bookmarked">): Promise<void> {
    await this.#timeline.hide(id);
    const done = await this.#attempts.run(async () => {
      const { undoId } = await this.#client.request("articles.delete", { articleIds: [id] });
      this.#toasts.tell(t(bookmarked ? "toast.deletedBookmarked" : "toast.deleted"), undoId);
    });
    if (!done) this.#timeline.show(id);
    else if (this.#reading.articleId === id) await this.#openAfter();
  }

  /** Marks every article of the open list read. */
  async markListRead(): Promise<void> {
    const { opened } = this.#timeline;
    if (opened !== null) await this.#attempts.run(() => this.#markTimelineRead(opened.timelineId));
  }

  /** Marks every article of a scope read, whether or not its list is open. */
  async markScopeRead(scope: Scope): Promise<void> {
    await this.#attempts.run(async () => {
      const query = { scope, filter: "unread", order: "newest" } as const;
      const { timelineId } = await this.#client.request("timeline.open", query);
      await this.#markTimelineRead(timelineId);
      await this.#client.request("timeline.close", { timelineId });
    });
  }

  async refresh(scope: Scope): Promise<void> {
    await this.#attempts.run(() => this.#client.request("refresh.start", { scope }));
  }

  async cancelRefresh(): Promise<void> {
    await this.#attempts.run(() => this.#client.request("refresh.cancel", {}));
  }

  /** Follows titles and says how many; null when it failed. */
  async follow(
    feeds: FeedToFollow[],
    folderId: FolderId | null,
  ): Promise<RequestOutput<"sources.follow"> | null> {
    let result: RequestOutput<"sources.follow"> | null = null;
    await this.#attempts.run(async () => {
      result = await this.#client.request("sources.follow", { feeds, folderId });
      const count = result.followed.length;
      this.#toasts.tell(count === 0 ? t("add.nothingNew") : t("add.followed", { count }));
    });
    return result;
  }

  async unfollow({ id, title }: FeedSummary): Promise<void> {
    await this.#attempts.run(async () => {
      const { undoId } = await this.#client.request("sources.unfollow", { feedIds: [id] });
      this.#toasts.tell(t("toast.unfollowed", { title }), undoId);
    });
  }

  async renameFeed(feedId: FeedId, title: string): Promise<void> {
    await this.#attempts.run(() => this.#client.request("sources.rename", { feedId, title }));
  }

  /** Files titles in front of another, or at the end of a folder. */
  async move(
    feedIds: FeedId[],
    folderId: FolderId | null,
    before: FeedId | null = null,
  ): Promise<void> {
    await this.#attempts.run(() =>
      this.#client.request("sources.move", { feedIds, folderId, before }),
    );
  }

  /** Makes a folder; null when it failed. */
  async createFolder(name: string): Promise<FolderId | null> {
    let folderId: FolderId | null = null;
    await this.#attempts.run(async () => {
      ({ folderId } = await this.#client.request("folders.create", { name }));
    });
    return folderId;
  }

  async renameFolder(folderId: FolderId, name: string): Promise<void> {
    await this.#attempts.run(() => this.#client.request("folders.rename", { folderId, name }));
  }

  async removeFolder({ id, name }: Folder): Promise<void> {
    await this.#attempts.run(async () => {
      const { undoId } = await this.#client.request("folders.remove", { folderId: id });
      this.#toasts.tell(t("toast.folderRemoved", { name }), undoId);
    });
  }

  /** Undoes an act: the last one that can be undone, unless one is named. */
  async undo(named: string | null = null): Promise<void> {
    // Announced changes are on screen before the reply that says how to undo them.
    await this.#attempts.runAfterOthers(async () => {
      const { acts } = await this.#client.request("undo.list", {});
      const act = acts.find(({ undoId }) => named === null || undoId === named);
      const undoId = act?.undoId ?? named;
      if (undoId === null) {
        this.#toasts.tell(t("toast.nothingToUndo"));
        return;
      }
      this.#toasts.forgetUndo(undoId);
      await this.#client.request("undo.perform", { undoId });
      this.#timeline.renewAll();
      await this.#timeline.showReturned();
      // What came back is shown at once: nobody looks for it behind “1 new article”.
      if (act?.kind === "delete-articles" || act?.kind === "unfollow") {
        await this.#timeline.takeInNewer();
      }
      await this.#reading.renew();
      this.#toasts.tell(act === undefined ? t("toast.undone") : wordUndone(act));
    });
  }

  async openOriginal(articleId: ArticleId): Promise<void> {
    await this.#attempts.run(() => this.#client.request("article.openOriginal", { articleId }));
  }

  async openLink(address: string): Promise<void> {
    await this.#attempts.run(() => this.#client.request("links.open", { address }));
  }

  async changeSettings(change: SettingsChange): Promise<void> {
    await this.#attempts.run(() => this.#settings.change(change));
  }

  async #markTimelineRead(timelineId: number): Promise<void> {
    const { count, undoId } = await this.#client.request("timeline.markAllRead", { timelineId });
    if (count === 0) this.#toasts.tell(t("toast.nothingUnread"));
    else this.#toasts.tell(t("toast.markedRead", { count }), undoId);
    this.#timeline.renewAll();
    await this.#reading.renew();
  }

  /** Opens what is selected now that the open article is gone; nothing when nothing is. */
  async #openAfter(): Promise<void> {
    const { selected } = this.#timeline;
    if (selected >= 0) await this.openAt(selected);
    else this.#reading.close();
  }

  #patch(id: ArticleId, change: Partial<Pick<ArticleRow, "read" | "bookmarked">>): void {
    this.#timeline.patch([id], change);
    this.#reading.patch(id, change);
  }
}
