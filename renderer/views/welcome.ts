import { consume } from "@lit/context";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { actionsContext } from "../app/contexts.ts";
import type { Actions, FeedToFollow } from "../state/actions.ts";
import { controls } from "../theme/controls.ts";
import { scrolling } from "../theme/scrolling.ts";
import { formatToday } from "../text/formats.ts";
import { t } from "../text/text.ts";
import "./add-address.ts";
import "./catalogue-picker.ts";
import type { SelectionEvent } from "./catalogue-picker.ts";
import "./opml-picker.ts";

/** The reader wants to look around without following anything yet. */
export class SkipEvent extends Event {
  static readonly type = "bs-skip";

  constructor() {
    super(SkipEvent.type);
  }
}

/**
 * The first page of a new library: what this is, and three ways to fill it.
 *
 * @event bs-skip - the reader goes on without choosing
 */
@customElement("bs-welcome")
export class Welcome extends LitElement {
  static override styles = [
    controls,
    scrolling,
    css`
      :host {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        background: var(--paper);
      }

      main {
        display: grid;
        grid-template-rows: auto minmax(24rem, 1fr);
        box-sizing: border-box;
        width: 100%;
        max-width: 70rem;
        margin: 0 auto;
        padding: 2.25rem 2.5rem 0;
      }

      .page {
        display: grid;
      }

      .masthead {
        text-align: center;
      }

      h1 {
        margin: 0;
        font-family: var(--typeface-reading);
        font-size: clamp(2.75rem, 6vw, 4.25rem);
        font-weight: 600;
        line-height: 1;
        letter-spacing: -0.025em;
      }

      .ear {
        display: flex;
        justify-content: space-between;
        gap: 1rem;
        margin: 1.1rem 0 0;
        padding: 0.5rem 0;
        border-block: 1px solid var(--hairline-strong);
        font-size: var(--text-small);
        color: var(--ink-faint);
      }

      .lead {
        max-width: 58ch;
        margin: 1.5rem auto 1.75rem;
        font-family: var(--typeface-reading);
        font-size: 1.1875rem;
        line-height: 1.45;
        color: var(--ink-soft);
        text-wrap: balance;
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1.9fr) minmax(0, 1fr);
        gap: 2.5rem;
        min-height: 0;
      }

      section {
        min-width: 0;
      }

      .catalogue {
        display: grid;
        grid-template-rows: auto auto minmax(0, 1fr);
        min-height: 0;
      }

      .ways {
        padding-inline-start: 2.5rem;
        border-inline-start: 1px solid var(--hairline);
        padding-bottom: 2rem;
      }

      .ways section + section {
        margin-top: 2rem;
        padding-top: 1.75rem;
        border-top: 1px solid var(--hairline);
      }

      h2 {
        margin: 0 0 0.75rem;
        font-family: var(--typeface-reading);
        font-size: 1.3125rem;
        font-weight: 600;
      }

      .hint {
        margin: -0.5rem 0 0.9rem;
        color: var(--ink-faint);
        line-height: 1.5;
      }

      footer {
        border-top: 1px solid var(--hairline-strong);
        background: var(--paper-list);
      }

      .bar {
        display: flex;
        align-items: center;
        gap: 1.25rem;
        box-sizing: border-box;
        max-width: 70rem;
        margin: 0 auto;
        padding: 0.75rem 2.5rem;
      }

      .count {
        flex: 1;
        color: var(--ink-faint);
      }

      .primary {
        min-height: 2.375rem;
        padding-inline: 1.25rem;
      }

      @media (width < 760px) {
        main {
          padding: 1.5rem 1.125rem 0;
        }

        .columns {
          grid-template-columns: minmax(0, 1fr);
        }

        .catalogue {
          height: 32rem;
        }

        .ways {
          padding-inline-start: 0;
          border: 0;
        }

        .ear span + span {
          display: none;
        }

        .bar {
          flex-wrap: wrap;
          padding-inline: 1.125rem;
        }
      }
    `,
  ];

  @consume({ context: actionsContext }) private readonly actions!: Actions;

  @state() private chosen: readonly FeedToFollow[] = [];

  override render(): TemplateResult {
    const count = this.chosen.length;
    return html`<div class="page scrolls">
        <main>
          <div class="masthead">
            <h1>${t("app.name")}</h1>
            <p class="ear">
              <span>${t("app.promise")}</span><span>${formatToday(Date.now())}</span>
            </p>
            <p class="lead">${t("welcome.lead")}</p>
          </div>
          <div class="columns">
            <section class="catalogue">
              <h2>${t("welcome.pick")}</h2>
              <p class="hint">${t("welcome.pick.hint")}</p>
              <bs-catalogue-picker
                @bs-selection=${(event: SelectionEvent) => (this.chosen = event.feeds)}
              ></bs-catalogue-picker>
            </section>
            <div class="ways">
              <section>
                <h2>${t("welcome.paste")}</h2>
                <bs-add-address></bs-add-address>
              </section>
              <section>
                <h2>${t("welcome.import")}</h2>
                <bs-opml-picker></bs-opml-picker>
              </section>
            </div>
          </div>
        </main>
      </div>
      <footer>
        <div class="bar">
          <span class="count" role="status"
            >${count === 0 ? t("welcome.noneSelected") : t("welcome.selected", { count })}</span
          >
          <button class="link-button" @click=${() => this.dispatchEvent(new SkipEvent())}>
            ${t("welcome.skip")}
          </button>
          <button
            class="button primary"
            ?disabled=${count === 0}
            @click=${() => void this.actions.follow([...this.chosen], null)}
          >
            ${count === 0 ? t("welcome.startNone") : t("welcome.start", { count })}
          </button>
        </div>
      </footer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-welcome": Welcome;
  }
  interface HTMLElementEventMap {
    "bs-skip": SkipEvent;
  }
}
