import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { FeedSummary } from "../../preload/contract/contract.ts";
import { accessContext } from "../app/contexts.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import { asFailure, type RequestFailure } from "../state/client.ts";
import type { AccessActions } from "../state/access-actions.ts";
import { t, wordError } from "../text/text.ts";
import { formDialogStyles } from "./form-dialog-styles.ts";

/** Asks for another address of a title. */
@customElement("bs-address-dialog")
export class AddressDialog extends LitElement {
  static override styles = formDialogStyles;

  @consume({ context: accessContext }) private readonly access!: AccessActions;

  @query("bs-dialog") private readonly dialog!: Dialog;
  @query("input") private readonly input!: HTMLInputElement;

  @state() private feed: FeedSummary | null = null;
  @state() private problem = "";
  @state() private isWorking = false;

  async ask(feed: FeedSummary): Promise<void> {
    this.feed = feed;
    this.problem = "";
    await this.updateComplete;
    this.input.value = feed.address;
    await this.dialog.show();
    this.input.focus();
    this.input.select();
  }

  override render(): TemplateResult {
    const { feed } = this;
    const isMissing = feed?.failure?.code === "secret-missing";
    const isHidden = feed?.address.includes("hidden-") === true;
    return html`<bs-dialog
      .heading=${t("address.title", { title: feed?.title ?? "" })}
      @close=${() => (this.feed = null)}
    >
      ${
        feed === null
          ? nothing
          : html`<form @submit=${this.#onSubmit}>
              <label class="field"
                >${t("address.label")}<input
                  type="text"
                  inputmode="url"
                  autocomplete="off"
                  spellcheck="false"
                  dir="ltr"
                  required
                  maxlength="4096"
                  aria-describedby="hints problem"
              /></label>
              <div id="hints">
                ${isMissing ? html`<p>${t("address.missing")}</p>` : nothing}
                ${isHidden && !isMissing ? html`<p>${t("address.hidden")}</p>` : nothing}
                <small>${t("address.hint")}</small>
              </div>
              <p id="problem" class="error" role="alert" ?hidden=${this.problem === ""}>
                ${this.problem}
              </p>
              <div class="buttons">
                <button type="button" class="button" @click=${() => this.dialog.close()}>
                  ${t("dialog.cancel")}
                </button>
                <button class="button primary" ?disabled=${this.isWorking}>
                  ${t("address.save")}
                </button>
              </div>
            </form>`
      }
    </bs-dialog>`;
  }

  #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { feed } = this;
    if (feed === null || this.isWorking) return;
    const typed = this.input.value.trim();
    const address = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    this.isWorking = true;
    try {
      if (!/^https?:$/.test(URL.parse(address)?.protocol ?? "")) {
        this.problem = wordError({ code: "bad-address" });
        return;
      }
      await this.access.setAddress(feed, address);
      this.dialog.close();
    } catch (thrown) {
      this.problem = wordProblem(asFailure(thrown));
    } finally {
      this.isWorking = false;
    }
  };
}

function wordProblem(failure: RequestFailure): string {
  const other = failure.details?.title;
  return failure.code === "already-followed" && typeof other === "string"
    ? t("address.taken", { title: other })
    : wordError(failure);
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-address-dialog": AddressDialog;
  }
}
