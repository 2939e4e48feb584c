import { html, LitElement, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import type { Article, FeedId, FeedSummary, Scope } from "../../preload/contract/contract.ts";
import "../views/about-dialog.ts";
import type { AboutDialog } from "../views/about-dialog.ts";
import "../views/add-title-dialog.ts";
import type { AddTitleDialog, Way } from "../views/add-title-dialog.ts";
import "../views/address-dialog.ts";
import type { AddressDialog } from "../views/address-dialog.ts";
import "../views/credentials-dialog.ts";
import type { CredentialsDialog } from "../views/credentials-dialog.ts";
import "../views/export-dialog.ts";
import type { ExportDialog } from "../views/export-dialog.ts";
import "../views/extraction/extraction-dialog.ts";
import type { ExtractionDialog } from "../views/extraction/extraction-dialog.ts";
import "../views/keeping/bookmark-dialog.ts";
import type { BookmarkDialog } from "../views/keeping/bookmark-dialog.ts";
import "../views/keeping/export-bookmarks-dialog.ts";
import type { ExportBookmarksDialog } from "../views/keeping/export-bookmarks-dialog.ts";
import "../views/keys-dialog.ts";
import type { KeysDialog } from "../views/keys-dialog.ts";
import "../views/preparation/preparation-dialog.ts";
import type { PreparationDialog } from "../views/preparation/preparation-dialog.ts";
import "../views/settings/settings-dialog.ts";
import type { SettingsDialog } from "../views/settings/settings-dialog.ts";
import type { SettingsSection } from "../views/settings/settings-index.ts";
import "../views/sign-in-dialog.ts";
import type { SignInDialog } from "../views/sign-in-dialog.ts";
import "../views/titles/titles-dialog.ts";
import type { TitlesDialog } from "../views/titles/titles-dialog.ts";
import type { ExtractionWishEvent } from "./extraction-wish-event.ts";
import type { TitleWish } from "./title-wish-event.ts";

/** The dialogs that belong to the window as a whole. */
@customElement("bs-window-dialogs")
export class WindowDialogs extends LitElement {
  @query("bs-add-title-dialog") private readonly add!: AddTitleDialog;
  @query("bs-titles-dialog") private readonly titles!: TitlesDialog;
  @query("bs-preparation-dialog") private readonly preparation!: PreparationDialog;
  @query("bs-settings-dialog") private readonly settings!: SettingsDialog;
  @query("bs-export-dialog") private readonly export!: ExportDialog;
  @query("bs-address-dialog") private readonly address!: AddressDialog;
  @query("bs-credentials-dialog") private readonly credentials!: CredentialsDialog;
  @query("bs-sign-in-dialog") private readonly signIn!: SignInDialog;
  @query("bs-extraction-dialog") private readonly extraction!: ExtractionDialog;
  @query("bs-bookmark-dialog") private readonly bookmark!: BookmarkDialog;
  @query("bs-export-bookmarks-dialog") private readonly bookmarks!: ExportBookmarksDialog;
  @query("bs-keys-dialog") private readonly keys!: KeysDialog;
  @query("bs-about-dialog") private readonly about!: AboutDialog;

  /** By address, unless another way is named; an OPML file that is given is taken in at once. */
  showAdd(way?: Way, file?: File): void {
    void this.add.show(way, file);
  }

  /** The manager of titles, at one of them if it is named. */
  showTitles(feedId?: FeedId): void {
    void this.titles.show(feedId);
  }

  exportTitles(): void {
    void this.export.begin();
  }

  /** Asks what has to be known before a wish is fulfilled. */
  ask(
    wish: Exclude<TitleWish, "sign-out" | "show-details" | "reset-extraction">,
    feed: FeedSummary,
  ): void {
    const dialogs = {
      "change-address": this.address,
      "give-credentials": this.credentials,
      "sign-in": this.signIn,
      "choose-extraction": this.extraction,
    };
    void dialogs[wish].ask(feed);
  }

  /** What is prepared for offline, or, `isAskedFor`, the choice of it; at the open list. */
  showPreparation(list: Scope, isAskedFor = false): void {
    void this.preparation.show(list, isAskedFor);
  }

  /** Lets the reader show on an article's page where the article is. */
  askExtraction({ feed, articleId }: ExtractionWishEvent): void {
    void this.extraction.ask(feed, articleId);
  }

  /** At a section, else at the one that was open before. */
  showSettings(section?: SettingsSection): void {
    void this.settings.show(section);
  }

  /** Asks for the tags and the note of an article. */
  writeToBookmark(article: Article): void {
    void this.bookmark.ask(article);
  }

  /** Asks how bookmarks are exported: those of a tag, or all of them (empty). */
  exportBookmarks(tag: string): void {
    void this.bookmarks.ask(tag);
  }

  showKeys(): void {
    void this.keys.show();
  }

  showAbout(): void {
    void this.about.show();
  }

  override render(): TemplateResult {
    return html`
      <bs-add-title-dialog></bs-add-title-dialog>
      <bs-titles-dialog></bs-titles-dialog>
      <bs-preparation-dialog></bs-preparation-dialog>
      <bs-settings-dialog></bs-settings-dialog>
      <bs-export-dialog></bs-export-dialog>
      <bs-address-dialog></bs-address-dialog>
      <bs-credentials-dialog></bs-credentials-dialog>
      <bs-sign-in-dialog></bs-sign-in-dialog>
      <bs-extraction-dialog></bs-extraction-dialog>
      <bs-bookmark-dialog></bs-bookmark-dialog>
      <bs-export-bookmarks-dialog></bs-export-bookmarks-dialog>
      <bs-keys-dialog></bs-keys-dialog>
      <bs-about-dialog></bs-about-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-window-dialogs": WindowDialogs;
  }
}
