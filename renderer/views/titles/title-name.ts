import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { FeedSummary } from "../../../preload/contract/contract.ts";
import "../../components/feed-icon.ts";
import "../../components/icon.ts";
import { controls } from "../../theme/controls.ts";
import { t } from "../../text/text.ts";

/** A title's icon and name, with marks for a private one and for one that the reader signed in to. */
@customElement("bs-title-name")
export class TitleName extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.55rem;
        min-width: 0;
        color: var(--ink);
        --icon-size: 0.8125rem;
      }

      .name {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }

      bs-icon {
        flex: none;
        color: var(--ink-faint);
      }
    `,
  ];

  @property({ attribute: false }) feed: FeedSummary | null = null;

  override render(): TemplateResult | typeof nothing {
    const { feed } = this;
    if (feed === null) return nothing;
    return html`<bs-feed-icon name=${feed.title} .icon=${feed.icon}></bs-feed-icon>
      <span class="name" title=${feed.title}><bdi>${feed.title}</bdi></span>
      ${
        feed.isPrivate
          ? html`<bs-icon name="lock"></bs-icon
              ><span class="visually-hidden">${t("titles.private")}</span>`
          : nothing
      }
      ${
        feed.signedIn
          ? html`<bs-icon name="user"></bs-icon
              ><span class="visually-hidden">${t("titles.signedIn")}</span>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-title-name": TitleName;
  }
}
