import { consume } from "@lit/context";
import { Task } from "@lit/task";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Gap, Preparation } from "../../../preload/contract/contract.ts";
import { ArticleWantedEvent } from "../../app/prepare-event.ts";
import { preparationContext } from "../../app/contexts.ts";
import { ClockController } from "../../controllers/clock-controller.ts";
import { asFailure } from "../../state/client.ts";
import type { PreparationStore } from "../../state/preparation-store.ts";
import { formatBytes } from "../../text/formats.ts";
import { t, wordError } from "../../text/text.ts";
import { preparationStyles } from "./preparation-styles.ts";
import { wordGap } from "./word-gap.ts";

/**
 * What a finished preparation came to, and what is incomplete, with its reasons.
 *
 * @event bs-article-wanted - an incomplete article is to be opened
 */
@customElement("bs-preparation-result")
export class PreparationResult extends LitElement {
  static override styles = preparationStyles;

  @consume({ context: preparationContext }) private readonly store!: PreparationStore;

  @property({ attribute: false }) preparation: Preparation | null = null;

  readonly #clock = new ClockController(this);

  readonly #gaps = new Task(this, {
    args: () => [this.preparation?.wishes, this.preparation?.finishedAt] as const,
    task: async ([wishes]) =>
      wishes === undefined ? { total: 0, gaps: [] } : this.store.readGaps(wishes),
  });

  override render(): TemplateResult | typeof nothing {
    const { preparation } = this;
    if (preparation === null) return nothing;
    const { articles, bytes, ready } = preparation;
    return html`<div class="headline">
        ${
          ready >= articles
            ? t("prepare.result.all", { articles })
            : t("prepare.result", { ready, articles })
        }
      </div>
      ${bytes > 0 ? html`<p>${t("prepare.result.fetched", { size: formatBytes(bytes) })}</p>` : nothing}
      ${this.#gaps.render({
        complete: ({ total, gaps }) => this.#renderGaps(preparation, total, gaps),
        error: (thrown) => html`<p class="error">${wordError(asFailure(thrown))}</p>`,
      })}`;
  }

  #renderGaps({ wishes }: Preparation, total: number, gaps: readonly Gap[]): TemplateResult {
    if (total === 0) return html`<p>${t("prepare.result.fine")}</p>`;
    return html`<p>${t("prepare.result.said", { count: total })}</p>
      <ul aria-label=${t("prepare.gaps")}>
        ${gaps.map(
          (gap) =>
            html`<li>
              <button
                @click=${() => this.dispatchEvent(new ArticleWantedEvent(wishes.scope, gap.articleId))}
              >
                <span class="name" dir="auto"
                  >${gap.headline === "" ? t("list.untitled") : gap.headline}</span
                ><small><bdi>${gap.feedTitle}</bdi> · ${wordGap(gap, this.#clock.now)}</small>
              </button>
            </li>`,
        )}
      </ul>
      ${
        total > gaps.length
          ? html`<p>${t("prepare.result.more", { count: total - gaps.length })}</p>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-preparation-result": PreparationResult;
  }
}
