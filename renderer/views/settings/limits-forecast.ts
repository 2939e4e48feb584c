import { consume } from "@lit/context";
import { Task } from "@lit/task";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { clientContext } from "../../app/contexts.ts";
import { asFailure, type Client } from "../../state/client.ts";
import type { Limits } from "../../state/keeping-actions.ts";
import { formatBytes } from "../../text/formats.ts";
import { t, wordError } from "../../text/text.ts";

/** Milliseconds without another change before the forecast is asked for. */
const pause = 350;

/** What other limits would remove, said before they are applied. */
@customElement("bs-limits-forecast")
export class LimitsForecast extends LitElement {
  static override styles = css`
    :host {
      display: block;
      line-height: 1.45;
    }

    .failed {
      color: var(--warning);
    }
  `;

  @consume({ context: clientContext }) private readonly client!: Client;

  /** The limits that are not applied yet. */
  @property({ attribute: false }) limits: Limits | null = null;

  readonly #forecast = new Task(this, {
    args: () => [this.limits] as const,
    task: async ([limits], { signal }) => {
      if (limits === null) return null;
      await new Promise((resolve) => setTimeout(resolve, pause));
      signal.throwIfAborted();
      return this.client.request("storage.forecast", limits);
    },
  });

  override render(): TemplateResult {
    return html`<div role="status">
      ${this.#forecast.render({
        pending: () => t("storage.forecast.looking"),
        complete: (report) =>
          report === null
            ? ""
            : report.articles + report.pictures === 0
              ? t("storage.forecast.nothing")
              : t(report.articles === 0 ? "storage.forecast.pictures" : "storage.forecast.some", {
                  count: report.articles === 0 ? report.pictures : report.articles,
                  size: formatBytes(report.bytes),
                }),
        error: (thrown) => html`<span class="failed">${wordError(asFailure(thrown))}</span>`,
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-limits-forecast": LimitsForecast;
  }
}
