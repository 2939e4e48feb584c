import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { StorageUsage } from "../../../preload/contract/contract.ts";
import { formatBytes, formatShortDate } from "../../text/formats.ts";
import { t } from "../../text/text.ts";

/** The parts of the library, in the order of the bar. */
const parts = ["articles", "pictures", "recordings", "bookmarks", "copies"] as const;

/** What the library takes on disk, as a bar of its parts and in words. */
@customElement("bs-usage-bar")
export class UsageBar extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-height: 5.5rem;
      line-height: 1.5;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1rem;
    }

    .total {
      font-variant-numeric: tabular-nums;
    }

    .since {
      color: var(--ink-faint);
      font-size: var(--text-small);
    }

    svg {
      display: block;
      width: 100%;
      height: 10px;
      margin: 0.5rem 0 0.6rem;
      border-radius: 5px;
      background: var(--hairline);
    }

    .articles {
      fill: var(--chart-1);
      background: var(--chart-1);
    }

    .pictures {
      fill: var(--chart-2);
      background: var(--chart-2);
    }

    .bookmarks {
      fill: var(--chart-3);
      background: var(--chart-3);
    }

    .recordings {
      fill: var(--chart-5);
      background: var(--chart-5);
    }

    .copies {
      fill: var(--chart-4);
      background: var(--chart-4);
    }

    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 1.5rem;
      margin: 0;
      font-size: var(--text-small);
    }

    dl > div {
      display: flex;
      align-items: center;
      gap: 0.4rem;
    }

    dt {
      color: var(--ink-soft);
    }

    dd {
      margin: 0;
      color: var(--ink);
      font-variant-numeric: tabular-nums;
    }

    i {
      display: inline-block;
      width: 0.6rem;
      height: 0.6rem;
      border-radius: 2px;
    }

    @media (forced-colors: active) {
      i,
      svg {
        forced-color-adjust: none;
      }
    }
  `;

  /** Null while it is not known yet. */
  @property({ attribute: false }) usage: StorageUsage | null = null;

  override render(): TemplateResult {
    const { usage } = this;
    if (usage === null) return html`<p class="since">${t("storage.usage.loading")}</p>`;
    const total = parts.reduce((sum, part) => sum + usage[part], 0);
    let start = 0;
    return html`<div class="head">
        <span class="total">${t("storage.usage")}: ${formatBytes(total)}</span>
        <span class="since">${wordArticles(usage)}</span>
      </div>
      <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 1000 10">
        ${parts.map((part) => {
          const width = total === 0 ? 0 : (usage[part] / total) * 1000;
          start += width;
          return svg`<rect class=${part} x=${start - width} width=${width} height="10" />`;
        })}
      </svg>
      <dl>
        ${parts.map(
          (part) =>
            html`<div>
              <dt><i class=${part} aria-hidden="true"></i> ${t(`storage.usage.${part}`)}</dt>
              <dd>${formatBytes(usage[part])}</dd>
            </div>`,
        )}
        ${
          usage.free === null
            ? nothing
            : html`<div>
                <dt>${t("storage.usage.free")}</dt>
                <dd>${formatBytes(usage.free)}</dd>
              </div>`
        }
      </dl>`;
  }
}

function wordArticles({ articleCount, oldest }: StorageUsage): string {
  return articleCount === 0 || oldest === null
    ? t("storage.usage.none")
    : t("storage.usage.since", { count: articleCount, date: formatShortDate(oldest) });
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-usage-bar": UsageBar;
  }
}
