import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { signInsContext, storageContext } from "../../app/contexts.ts";
import "../../components/dialog.ts";
import type { Dialog } from "../../components/dialog.ts";
import "../../components/empty-state.ts";
import type { SignInStore } from "../../state/sign-in-store.ts";
import type { StorageStore } from "../../state/storage-store.ts";
import { t } from "../../text/text.ts";
import "./data-settings.ts";
import "./offline-settings.ts";
import "./privacy-settings.ts";
import "./reading-settings.ts";
import "./refresh-settings.ts";
import { settingsDialogStyles } from "./settings-dialog-styles.ts";
import {
  findSettings,
  settingsOf,
  settingsSections,
  type SettingId,
  type SettingsSection,
} from "./settings-index.ts";
import "./storage-settings.ts";
import type { StorageSettings } from "./storage-settings.ts";

/** Everything that can be set, by section or by search; applied at once, save what removes something. */
@customElement("bs-settings-dialog")
export class SettingsDialog extends LitElement {
  static override styles = settingsDialogStyles;

  @consume({ context: storageContext }) private readonly storage!: StorageStore;

  @consume({ context: signInsContext }) private readonly signIns!: SignInStore;

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("bs-storage-settings") private readonly storageSettings!: StorageSettings;
  @query(".scrolls") private readonly scroller!: HTMLElement;

  @state() private section: SettingsSection = "reading";
  @state() private search = "";

  /** Opens at a section, else at the one that was open. */
  async show(section?: SettingsSection): Promise<void> {
    if (section !== undefined) this.section = section;
    this.search = "";
    await this.updateComplete;
    this.storageSettings.revert();
    this.#watch(true);
    void this.storage.load();
    void this.signIns.load();
    await this.dialog.show();
  }

  override render(): TemplateResult {
    const isSearch = this.search.trim() !== "";
    const found = isSearch ? findSettings(this.search) : settingsOf(this.section);
    const label = isSearch
      ? t("settings.found", { count: found.size })
      : t(`settings.${this.section}`);
    return html`<bs-dialog
      fixed
      .heading=${t("settings.title")}
      @close=${() => {
        this.#watch(false);
      }}
    >
      <div class="frame">
        <div class="side">
          <input
            type="search"
            data-start
            autocomplete="off"
            spellcheck="false"
            aria-label=${t("settings.search")}
            placeholder=${t("settings.search")}
            .value=${this.search}
            @input=${this.#onSearch}
          />
          <nav aria-label=${t("settings.sections")} @keydown=${this.#onKeyDown}>
            ${settingsSections.map((section) => this.#renderEntry(section, isSearch))}
          </nav>
        </div>
        <div class="scrolls" tabindex="0" role="region" aria-label=${label}>
          ${settingsSections.map((section) => this.#renderSection(section, found))}
          ${
            found.size > 0
              ? nothing
              : html`<bs-empty-state
                  icon="search"
                  .heading=${t("settings.notFound", { query: this.search.trim() })}
                  .hint=${t("settings.notFound.hint")}
                ></bs-empty-state>`
          }
        </div>
      </div>
      <div class="visually-hidden" role="status">${isSearch ? label : ""}</div>
    </bs-dialog>`;
  }

  #renderEntry(section: SettingsSection, isSearch: boolean): TemplateResult {
    const isCurrent = !isSearch && section === this.section;
    return html`<button
      aria-current=${isCurrent ? "true" : nothing}
      @click=${() => this.#open(section)}
    >
      ${t(`settings.${section}`)}
    </button>`;
  }

  /** All stay in the page, so that what was chosen in one is there when it is shown again. */
  #renderSection(section: SettingsSection, found: ReadonlySet<SettingId>): TemplateResult {
    const isShown = [...settingsOf(section)].some((id) => found.has(id));
    return html`<section ?hidden=${!isShown}>
      <h3>${t(`settings.${section}`)}</h3>
      ${this.#renderSettings(section, found)}
    </section>`;
  }

  #renderSettings(section: SettingsSection, shown: ReadonlySet<SettingId>): TemplateResult {
    switch (section) {
      case "reading":
        return html`<bs-reading-settings .shown=${shown}></bs-reading-settings>`;
      case "refreshing":
        return html`<bs-refresh-settings .shown=${shown}></bs-refresh-settings>`;
      case "offline":
        return html`<bs-offline-settings
          .shown=${shown}
          @bs-prepare=${() => this.dialog.close()}
        ></bs-offline-settings>`;
      case "storage":
        return html`<bs-storage-settings .shown=${shown}></bs-storage-settings>`;
      case "data":
        return html`<bs-data-settings .shown=${shown}></bs-data-settings>`;
      case "privacy":
        return html`<bs-privacy-settings .shown=${shown}></bs-privacy-settings>`;
    }
  }

  #watch(isWatched: boolean): void {
    this.storage.isWatched = isWatched;
    this.signIns.isWatched = isWatched;
  }

  #open(section: SettingsSection): void {
    this.section = section;
    this.search = "";
    this.scroller.scrollTop = 0;
  }

  #onSearch = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.search = event.target.value;
    this.scroller.scrollTop = 0;
  };

  /** Up and down go through the sections, as in any list of them. */
  #onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>("nav button")];
    const index = buttons.findIndex((button) => button.matches(":focus"));
    const next = step === undefined ? undefined : buttons[index + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-settings-dialog": SettingsDialog;
  }
}
