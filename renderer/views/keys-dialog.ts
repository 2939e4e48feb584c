import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { commandLabel, commandTable, type CommandGroup, type CommandId } from "../app/commands.ts";
import { keyCaps } from "../app/key-names.ts";
import "../components/dialog.ts";
import type { Dialog } from "../components/dialog.ts";
import { scrolling } from "../theme/scrolling.ts";
import { t } from "../text/text.ts";

const groups: readonly CommandGroup[] = ["articles", "reading", "titles", "window"];

/** The overview of keys, made of the same table that answers them. */
@customElement("bs-keys-dialog")
export class KeysDialog extends LitElement {
  static override styles = [
    scrolling,
    css`
      bs-dialog {
        --dialog-width: 48rem;
      }

      .scrolls {
        padding: 0.75rem 1.5rem 1.5rem;
      }

      /* Columns of their own height: in a limited one, what does not fit would go sideways. */
      .columns {
        columns: 2 18rem;
        column-gap: 2.5rem;
      }

      section {
        break-inside: avoid;
        margin-bottom: 1.5rem;
      }

      h3 {
        margin: 0 0 0.35rem;
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--ink-faint);
      }

      dl {
        margin: 0;
      }

      dl > div {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 1rem;
        padding: 0.3rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      dd {
        flex: none;
        margin: 0;
        color: var(--ink-faint);
        font-size: var(--text-small);
      }

      kbd {
        display: inline-block;
        min-width: 1.3rem;
        padding: 0.06rem 0.35rem;
        border: 1px solid var(--hairline-strong);
        border-bottom-width: 2px;
        border-radius: 4px;
        background: var(--paper-raised);
        color: var(--ink-soft);
        font: 500 var(--text-small) var(--typeface-interface);
        text-align: center;
      }
    `,
  ];

  @query("bs-dialog") private readonly dialog!: Dialog;

  async show(): Promise<void> {
    await this.dialog.show();
  }

  override render(): TemplateResult {
    return html`<bs-dialog .heading=${t("keys.title")}>
      <div class="scrolls" tabindex="0" data-start role="region" aria-label=${t("keys.title")}>
        <div class="columns">
          ${groups.map(
            (group) =>
              html`<section>
                <h3>${t(`keys.${group}`)}</h3>
                <dl>
                  ${commandTable
                    .filter((command) => command.group === group)
                    .map(({ id, keys }) =>
                      this.#renderCommand(t(commandLabel<CommandId>(id)), keys),
                    )}
                </dl>
              </section>`,
          )}
        </div>
      </div>
    </bs-dialog>`;
  }

  #renderCommand(label: string, keys: readonly string[]): unknown {
    if (keys.length === 0) return nothing;
    return html`<div>
      <dt>${label}</dt>
      <dd>
        ${keys.map(
          (key, index) =>
            html`${index > 0 ? html` ${t("keys.or")} ` : nothing}${keyCaps(key).map(
              (cap) => html`<kbd>${cap}</kbd> `,
            )}`,
        )}
      </dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-keys-dialog": KeysDialog;
  }
}
