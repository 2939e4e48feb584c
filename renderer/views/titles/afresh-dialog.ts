import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import "../../components/dialog.ts";
import type { Dialog } from "../../components/dialog.ts";
import { controls } from "../../theme/controls.ts";
import { t } from "../../text/text.ts";

/** Asks whether publishers shall send everything anew, and says what that costs them. */
@customElement("bs-afresh-dialog")
export class AfreshDialog extends LitElement {
  static override styles = [
    controls,
    css`
      form {
        display: grid;
        gap: 0.75rem;
        padding: 0.25rem 1.5rem 1.5rem;
        line-height: 1.5;
        color: var(--ink-soft);
      }

      p {
        margin: 0;
      }

      .answers {
        display: flex;
        justify-content: end;
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
    `,
  ];

  @query("bs-dialog") private readonly dialog!: Dialog;

  @state() private count = 0;

  #agree: () => void = () => undefined;

  /** Asks for so many titles; `agree` is called unless the reader cancels. */
  async ask(count: number, agree: () => void): Promise<void> {
    this.count = count;
    this.#agree = agree;
    await this.updateComplete;
    await this.dialog.show();
  }

  override render(): TemplateResult {
    return html`<bs-dialog .heading=${t("titles.afresh.heading", { count: this.count })}>
      <form @submit=${this.#onSubmit}>
        <p>${t("titles.afresh.cost")}</p>
        <p>${t("titles.afresh.when")}</p>
        <div class="answers">
          <button type="button" class="button" data-start @click=${() => this.dialog.close()}>
            ${t("dialog.cancel")}
          </button>
          <button class="button primary">${t("titles.afresh.do")}</button>
        </div>
      </form>
    </bs-dialog>`;
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.dialog.close();
    this.#agree();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-afresh-dialog": AfreshDialog;
  }
}
