import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { FeedSummary } from "../../preload/contract/contract.ts";
import { accessContext } from "../app/contexts.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import { asFailure } from "../state/client.ts";
import type { AccessActions } from "../state/access-actions.ts";
import { t, wordError } from "../text/text.ts";
import { formDialogStyles } from "./form-dialog-styles.ts";
import { siteOf } from "./title-wishes.ts";

/** Says what signing in to a publisher means, has its window opened, and waits for it. */
@customElement("bs-sign-in-dialog")
export class SignInDialog extends LitElement {
  static override styles = formDialogStyles;

  @consume({ context: accessContext }) private readonly access!: AccessActions;

  @query("bs-dialog") private readonly dialog!: Dialog;

  @state() private feed: FeedSummary | null = null;
  @state() private isWaiting = false;
  @state() private problem = "";
  /** Counts what was asked, so that an answer which comes late closes nothing. */
  #asked = 0;

  async ask(feed: FeedSummary): Promise<void> {
    this.feed = feed;
    this.isWaiting = false;
    this.problem = "";
    this.#asked += 1;
    await this.updateComplete;
    await this.dialog.show();
    this.renderRoot.querySelector<HTMLElement>(".primary")?.focus();
  }

  override render(): TemplateResult {
    const { feed } = this;
    const site = feed === null ? "" : siteOf(feed);
    return html`<bs-dialog
      .heading=${t("signIn.title", { site })}
      @close=${() => (this.feed = null)}
    >
      ${
        feed === null
          ? nothing
          : html`<form @submit=${this.#onSubmit}>
              <p>${t("signIn.how")}</p>
              <p>${t("signIn.isolated", { site })}</p>
              <p role="status" ?hidden=${!this.isWaiting}>
                ${this.isWaiting ? t("signIn.waiting") : ""}
              </p>
              <p class="error" role="alert" ?hidden=${this.problem === ""}>${this.problem}</p>
              <div class="buttons">
                <button type="button" class="button" @click=${() => this.dialog.close()}>
                  ${t(this.isWaiting ? "dialog.close" : "dialog.cancel")}
                </button>
                <button class="button primary">
                  ${t(this.isWaiting ? "signIn.toFront" : "signIn.open")}
                </button>
              </div>
            </form>`
      }
    </bs-dialog>`;
  }

  /** Asked for again while the window is open, main brings it to the front. */
  #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { feed } = this;
    if (feed === null) return;
    const asked = this.#asked;
    const isFirst = !this.isWaiting;
    this.isWaiting = true;
    this.problem = "";
    try {
      await (isFirst ? this.access.signIn(feed) : this.access.showSignIn(feed));
      if (isFirst && asked === this.#asked) this.dialog.close();
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.isWaiting = false;
      this.problem = wordError(asFailure(thrown));
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-sign-in-dialog": SignInDialog;
  }
}
