import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { RequestOutput } from "../../preload/contract/contract.ts";
import { CommandEvent } from "../app/command-event.ts";
import { clientContext, libraryContext, storageContext } from "../app/contexts.ts";
import "../components/icon.ts";
import { StoreController } from "../controllers/store-controller.ts";
import { asFailure, type Client } from "../state/client.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { StorageStore } from "../state/storage-store.ts";
import { controls } from "../theme/controls.ts";
import { t, wordError } from "../text/text.ts";
import { runningTask } from "./settings/running-task.ts";

type Result = RequestOutput<"opml.import">;
/** The most bytes that the main process takes. */
const largest = 20_000_000;
/** How many entries without an address are shown. */
const mostSkipped = 100;

/**
 * Follows what an OPML file lists; the file is chosen or dropped, and what came of it is told.
 *
 * @event bs-command - the reader wants to see the titles
 */
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

      .visits {
        margin-top: 0.75rem;
        font-variant-numeric: tabular-nums;
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
  @consume({ context: libraryContext }) private readonly library!: LibraryStore;
  @consume({ context: storageContext }) private readonly storage!: StorageStore;

  @query("input") private readonly input!: HTMLInputElement;

  @state() private isOver = false;
  @state() private reading: string | null = null;
  @state() private result: Result | null = null;
  @state() private failure = "";

  constructor() {
    super();
    new StoreController(this, () => [this.library, this.storage]);
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("button")?.focus());
  }

  /** Follows what a file lists. */
  async takeIn(file: File): Promise<void> {
    if (this.reading !== null) return;
    this.reading = file.name;
    this.failure = "";
    this.result = null;
    try {
      const bytes = await file.bytes().catch(() => null);
      if (bytes === null) this.failure = wordError({ code: "unreadable-file" });
      else if (bytes.length > largest) this.failure = wordError({ code: "too-large" });
      else {
        this.result = await this.storage.during("import", () =>
          this.client.request("opml.import", { bytes }),
        );
      }
    } catch (thrown) {
      this.failure = wordError(asFailure(thrown));
    }
    this.reading = null;
  }

  override render(): TemplateResult {
    return html`<div
        class="target ${this.isOver ? "over" : ""}"
        @dragover=${this.#onDragOver}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.#onDrop}
      >
        <bs-icon name="fileUp"></bs-icon>
        <p class="ways">
          <button
            class="button"
            ?disabled=${this.reading !== null}
            @click=${() => this.input.click()}
          >
            ${t("opml.choose")}
          </button>
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
      <div class="result" role="status">${this.#renderStatus()}</div>
      ${this.#renderProgress()}`;
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
                ${skipped.slice(0, mostSkipped).map((entry) => html`<li><bdi>${entry}</bdi></li>`)}
                ${
                  skipped.length > mostSkipped
                    ? html`<li>
                        ${t("opml.skippedMore", { count: skipped.length - mostSkipped })}
                      </li>`
                    : nothing
                }
              </ul>`
      }`;
  }

  /** Steps are shown and not said: they would drown everything else. */
  #renderProgress(): unknown {
    const { task } = this.storage;
    if (this.reading !== null) return task?.task === "import" ? runningTask(task) : nothing;
    if (this.result === null || this.result.followed === 0) return nothing;
    const { running, done, total, failed } = this.library.refresh;
    return html`<p class="visits">
      ${running ? t("opml.visits", { done, total }) : t("opml.visited")}
      ${running && failed > 0 ? t("opml.visitsFailed", { count: failed }) : nothing}
      <button
        class="link-button"
        @click=${() => this.dispatchEvent(new CommandEvent("show-titles"))}
      >
        ${t("opml.showTitles")}
      </button>
    </p>`;
  }

  #onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void this.takeIn(file);
  };

  #onChange = (): void => {
    const file = this.input.files?.[0];
    if (file !== undefined) void this.takeIn(file);
    this.input.value = "";
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-opml-picker": OpmlPicker;
  }
}
