import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { RequestOutput } from "../../preload/contract/contract.ts";
import { clientContext } from "../app/contexts.ts";
import "../components/icon.ts";
import { asFailure, type Client } from "../state/client.ts";
import { controls } from "../theme/controls.ts";
import { t, wordError } from "../text/text.ts";

type Result = RequestOutput<"opml.import">;
/** The most bytes that the main process takes. */
const largest = 20_000_000;

/** Follows what an OPML file lists; the file is chosen or dropped, and what came of it is told. */
@customElement("bs-opml-picker")
export class OpmlPicker extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .target {
        display: grid;
        justify-items: center;
        gap: 0.6rem;
        padding: 1.5rem;
        border: 1px dashed var(--control-edge);
        border-radius: var(--corner-large);
        text-align: center;
        color: var(--ink-soft);
      }

      .target.over {
        border-color: var(--accent);
        background: var(--accent-soft);
      }

      .target > bs-icon {
        --icon-size: 1.5rem;
        color: var(--ink-faint);
      }

      p {
        margin: 0;
        line-height: 1.5;
        text-wrap: pretty;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 0.35rem 0.5rem;
      }

      .hint {
        max-width: 42ch;
        color: var(--ink-faint);
      }

      .result {
        margin-top: 1rem;
      }

      .error {
        color: var(--warning);
      }

      ul {
        max-height: 9rem;
        margin: 0.35rem 0 0;
        padding-inline-start: 1.2rem;
        overflow-y: auto;
        color: var(--ink-faint);
      }

      li {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;

  @query("input") private readonly input!: HTMLInputElement;

  @state() private isOver = false;
  @state() private reading: string | null = null;
  @state() private result: Result | null = null;
  @state() private failure = "";

  override render(): TemplateResult {
    return html`<div
        class="target ${this.isOver ? "over" : ""}"
        @dragover=${this.#onDragOver}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.#onDrop}
      >
        <bs-icon name="fileUp"></bs-icon>
        <p class="ways">
          <button class="button" @click=${() => this.input.click()}>${t("opml.choose")}</button>
          <span>${t("opml.drop")}</span>
        </p>
        <p class="hint">${t("opml.hint")}</p>
        <input
          type="file"
          hidden
          accept=".opml,.xml,text/x-opml,text/xml,application/xml"
          aria-label=${t("opml.choose")}
          @change=${this.#onChange}
        />
      </div>
      <div class="result" role="status">${this.#renderStatus()}</div>`;
  }

  #renderStatus(): unknown {
    if (this.reading !== null) return html`<p>${t("opml.reading", { name: this.reading })}</p>`;
    if (this.failure !== "") return html`<p class="error">${this.failure}</p>`;
    const { result } = this;
    if (result === null) return nothing;
    const { followed, alreadyFollowed, foldersCreated, skipped } = result;
    return html`<p>
        ${t("opml.done", { count: followed })}
        ${alreadyFollowed > 0 ? t("add.alreadyFollowed", { count: alreadyFollowed }) : nothing}
        ${foldersCreated > 0 ? t("opml.folders", { count: foldersCreated }) : nothing}
      </p>
      ${
        skipped.length === 0
          ? nothing
          : html`<p>${t("opml.skipped", { count: skipped.length })}</p>
              <ul>
                ${skipped.map((entry) => html`<li>${entry}</li>`)}
              </ul>`
      }`;
  }

  #onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.#import(file);
  };

  #onChange = (): void => {
    const file = this.input.files?.[0];
    if (file !== undefined) void this.#import(file);
    this.input.value = "";
  };

  async #import(file: File): Promise<void> {
    this.reading = file.name;
    this.failure = "";
    this.result = null;
    try {
      const bytes = await file.bytes().catch(() => null);
      if (bytes === null) this.failure = wordError({ code: "unreadable-file" });
      else if (bytes.length > largest) this.failure = wordError({ code: "too-large" });
      else this.result = await this.client.request("opml.import", { bytes });
    } catch (thrown) {
      this.failure = wordError(asFailure(thrown));
    }
    this.reading = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-opml-picker": OpmlPicker;
  }
}
