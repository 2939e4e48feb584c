import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { FeedSummary } from "../../preload/contract/contract.ts";
import { settingsContext, accessContext } from "../app/contexts.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import { StoreController } from "../controllers/store-controller.ts";
import { asFailure } from "../state/client.ts";
import type { SettingsStore } from "../state/settings-store.ts";
import type { AccessActions } from "../state/access-actions.ts";
import { t, wordError } from "../text/text.ts";
import { formDialogStyles } from "./form-dialog-styles.ts";
import { userIn } from "./title-wishes.ts";

/** Asks for the name and the password with which a title's server lets its reader in. */
@customElement("bs-credentials-dialog")
export class CredentialsDialog extends LitElement {
  static override styles = formDialogStyles;

  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;
  @consume({ context: accessContext }) private readonly access!: AccessActions;

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("[name=user]") private readonly user!: HTMLInputElement;
  @query("[name=password]") private readonly password!: HTMLInputElement;

  @state() private feed: FeedSummary | null = null;
  @state() private isShown = false;
  @state() private problem = "";
  @state() private isWorking = false;

  constructor() {
    super();
    new StoreController(this, () => [this.settings]);
  }

  async ask(feed: FeedSummary): Promise<void> {
    this.feed = feed;
    this.isShown = false;
    this.problem = "";
    await this.updateComplete;
    this.user.value = userIn(feed);
    this.password.value = "";
    await this.dialog.show();
    (this.user.value === "" ? this.user : this.password).focus();
  }

  override render(): TemplateResult {
    const { feed } = this;
    const url = URL.parse(feed?.address ?? "");
    const kept = this.settings.info?.secrets ?? "plain";
    return html`<bs-dialog
      .heading=${t("credentials.title", { title: feed?.title ?? "" })}
      @close=${this.#onClose}
    >
      ${
        feed === null
          ? nothing
          : html`<form autocomplete="off" @submit=${this.#onSubmit}>
              <p>${t(`credentials.hint.${kept}`, { site: url?.host ?? "" })}</p>
              ${
                url?.protocol === "http:"
                  ? html`<p class="warning">${t("credentials.unsafe")}</p>`
                  : nothing
              }
              <label class="field"
                >${t("credentials.user")}<input
                  type="text"
                  name="user"
                  autocomplete="off"
                  autocapitalize="none"
                  spellcheck="false"
                  required
                  maxlength="1000"
              /></label>
              <label class="field"
                >${t("credentials.password")}<input
                  type=${this.isShown ? "text" : "password"}
                  name="password"
                  autocomplete="off"
                  spellcheck="false"
                  maxlength="1000"
              /></label>
              <label class="choice"
                ><input
                  type="checkbox"
                  .checked=${this.isShown}
                  @change=${() => (this.isShown = !this.isShown)}
                />${t("credentials.show")}</label
              >
              <p class="error" role="alert" ?hidden=${this.problem === ""}>${this.problem}</p>
              <div class="buttons">
                ${
                  userIn(feed) !== ""
                    ? html`<button
                        type="button"
                        class="button apart"
                        ?disabled=${this.isWorking}
                        @click=${() => void this.#set(null)}
                      >
                        ${t("credentials.forget")}
                      </button>`
                    : nothing
                }
                <button type="button" class="button" @click=${() => this.dialog.close()}>
                  ${t("dialog.cancel")}
                </button>
                <button class="button primary" ?disabled=${this.isWorking}>
                  ${t("dialog.save")}
                </button>
              </div>
            </form>`
      }
    </bs-dialog>`;
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#set({ user: this.user.value, password: this.password.value });
  };

  async #set(credentials: { user: string; password: string } | null): Promise<void> {
    const { feed } = this;
    if (feed === null || this.isWorking) return;
    this.isWorking = true;
    try {
      await this.access.setCredentials(feed, credentials);
      this.dialog.close();
    } catch (thrown) {
      this.problem = wordError(asFailure(thrown));
    } finally {
      this.isWorking = false;
    }
  }

  /** A password is in the window no longer than it is being typed. */
  #onClose = (): void => {
    this.feed = null;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-credentials-dialog": CredentialsDialog;
  }
}
