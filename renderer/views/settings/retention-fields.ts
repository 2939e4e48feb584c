import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Retention } from "../../../preload/contract/contract.ts";
import "../../components/limit-field.ts";
import type { LimitChoice, LimitEvent } from "../../components/limit-field.ts";
import { t } from "../../text/text.ts";
import { isChecked } from "./event-values.ts";
import { settingsStyles } from "./settings-styles.ts";

const days: readonly LimitChoice[] = [
  { value: null, label: t("limit.forEver") },
  ...[7, 30, 90, 180].map((count) => ({ value: count, label: t("limit.days", { count }) })),
  { value: 365, label: t("limit.year") },
];
const articles: readonly LimitChoice[] = [
  { value: null, label: t("limit.allArticles") },
  ...[50, 100, 500, 1000].map((count) => ({ value: count, label: t("limit.newest", { count }) })),
];

/** Other rules were set. */
export class RetentionEvent extends Event {
  static readonly type = "bs-retention";
  readonly retention: Retention;

  constructor(retention: Retention) {
    super(RetentionEvent.type);
    this.retention = retention;
  }
}

/**
 * How long articles are kept: days, number, and whether unread ones stay.
 *
 * @event bs-retention - other rules were set
 */
@customElement("bs-retention-fields")
export class RetentionFields extends LitElement {
  static override styles = [
    settingsStyles,
    css`
      bs-limit-field {
        border-bottom: 1px solid var(--hairline);
      }
    `,
  ];

  @property({ attribute: false }) retention: Retention = {
    days: null,
    articles: null,
    keepUnread: true,
  };

  override render(): TemplateResult {
    const { retention } = this;
    return html`<bs-limit-field
        .label=${t("storage.days")}
        .hint=${t("storage.days.hint")}
        .unit=${t("limit.daysUnit")}
        .most=${36_500}
        .choices=${days}
        .value=${retention.days}
        @bs-limit=${(event: LimitEvent) => this.#set({ days: event.value })}
      ></bs-limit-field>
      <bs-limit-field
        .label=${t("storage.articles")}
        .unit=${t("limit.articlesUnit")}
        .choices=${articles}
        .value=${retention.articles}
        @bs-limit=${(event: LimitEvent) => this.#set({ articles: event.value })}
      ></bs-limit-field>
      <div class="line">
        <label for="unread"
          >${t("storage.keepUnread")}<small>${t("storage.keepUnread.hint")}</small></label
        >
        <input
          id="unread"
          type="checkbox"
          .checked=${retention.keepUnread}
          @change=${(event: Event) => this.#set({ keepUnread: isChecked(event) })}
        />
      </div>`;
  }

  #set(change: Partial<Retention>): void {
    this.dispatchEvent(new RetentionEvent({ ...this.retention, ...change }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-retention-fields": RetentionFields;
  }
  interface HTMLElementEventMap {
    "bs-retention": RetentionEvent;
  }
}
