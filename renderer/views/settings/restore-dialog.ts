import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { clientContext, storageContext } from "../../app/contexts.ts";
import "../../components/dialog.ts";
import type { Dialog } from "../../components/dialog.ts";
import { focused } from "../../components/focused.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import { asFailure, type Client, type RequestFailure } from "../../state/client.ts";
import type { AutomaticCopy, StorageStore } from "../../state/storage-store.ts";
import { formatBytes, formatDate } from "../../text/formats.ts";
import { t, wordError } from "../../text/text.ts";
import { restoreDialogStyles } from "./restore-dialog-styles.ts";
import type { RestoreMode, RestoreReport, RestoreStep } from "./restore-step.ts";
import { runningTask } from "./running-task.ts";

type Decision = Extract<RestoreStep, { kind: "decide" }>;

const beginning: RestoreStep = { kind: "choose", looking: false, failure: null };

/** Restores a backup: choose it, see what is in it, decide how, and hear what it brought. */
@customElement("bs-restore-dialog")
export class RestoreDialog extends LitElement {
  static override styles = restoreDialogStyles;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: storageContext }) private readonly storage!: StorageStore;

  @query("bs-dialog") private readonly dialog!: Dialog;

  @state() private step: RestoreStep = beginning;

  constructor() {
    super();
    new StoreController(this, () => [this.storage]);
  }

  async show(): Promise<void> {
    // What runs is shown again, not begun again.
    if (this.step.kind !== "run") this.step = beginning;
    await this.updateComplete;
    await this.dialog.show();
  }

  override updated(): void {
    // The button that led on is gone, and the focus must not go with it.
    if (this.dialog.isOpen && focused()?.checkVisibility() !== true) {
      this.renderRoot.querySelector<HTMLElement>("[data-next]")?.focus();
    }
  }

  override render(): TemplateResult {
    const { step } = this;
    return html`<bs-dialog fixed .heading=${t("restore.title")}>
      <div class="scrolls" tabindex="0" role="region" aria-label=${t("restore.title")} data-start>
        ${
          step.kind === "choose"
            ? this.#renderChoose(step.looking, step.failure)
            : step.kind === "decide"
              ? this.#renderDecide(step)
              : step.kind === "run"
                ? this.#renderRun()
                : this.#renderDone(step.report)
        }
      </div>
      <div slot="foot" class="foot">${this.#renderButtons()}</div>
    </bs-dialog>`;
  }

  #renderChoose(looking: boolean, failure: RequestFailure | null): TemplateResult {
    const { copies } = this.storage;
    return html`<p>${t("restore.lead")}</p>
      <div role="status">
        ${
          looking
            ? html`<p>${t("restore.looking")}</p>`
            : failure === null
              ? nothing
              : this.#renderFailure(failure)
        }
      </div>
      <button
        class="button"
        data-next
        ?disabled=${looking}
        @click=${() => void this.#lookInto(null)}
      >
        ${t("restore.file")}
      </button>
      <h3>${t("restore.copies")}</h3>
      ${
        copies === null || copies.length === 0
          ? html`<p>${t(copies === null ? "restore.copies.loading" : "restore.copies.none")}</p>`
          : html`<ul class="copies">
              ${copies.map((copy) => this.#renderCopy(copy, looking))}
            </ul>`
      }`;
  }

  #renderCopy(copy: AutomaticCopy, looking: boolean): TemplateResult {
    const date = formatDate(copy.at);
    return html`<li>
      <span>${date} <span>· ${formatBytes(copy.bytes)}</span></span>
      <button
        class="button"
        aria-label=${t("restore.choose", { date })}
        ?disabled=${looking}
        @click=${() => void this.#lookInto(copy)}
      >
        ${t("data.restore.action")}
      </button>
    </li>`;
  }

  #renderDecide({ backup, mode, asks, failure }: Decision): TemplateResult {
    const { at, titles, bookmarks, bytes } = backup;
    const facts = [
      t("restore.titles", { count: titles }),
      t("restore.bookmarks", { count: bookmarks }),
      formatBytes(bytes),
    ];
    return html`<div class="backup">
        <strong>${t("restore.of", { date: formatDate(at) })}</strong>${facts.join(" · ")}
      </div>
      <div role="alert">${failure === null ? nothing : this.#renderFailure(failure)}</div>
      ${
        asks
          ? html`<p role="alert">${t("restore.sure")}</p>`
          : html`<fieldset>
              <legend>${t("restore.how")}</legend>
              ${this.#renderMode("merge", mode)} ${this.#renderMode("replace", mode)}
            </fieldset>`
      }`;
  }

  #renderMode(choice: RestoreMode, mode: RestoreMode): TemplateResult {
    return html`<label
      ><input
        type="radio"
        name="mode"
        value=${choice}
        .checked=${choice === mode}
        @change=${() => this.#decide({ mode: choice })}
      /><span>${t(`restore.${choice}`)}<small>${t(`restore.${choice}.hint`)}</small></span></label
    >`;
  }

  #renderRun(): TemplateResult {
    const { task } = this.storage;
    return html`<p>${t("restore.running")}</p>
      ${runningTask(task ?? { task: "restore", done: 0, total: 0 })}`;
  }

  #renderDone({ titlesAdded, bookmarksAdded, marksSet, problems }: RestoreReport): TemplateResult {
    const brought = [
      ...(titlesAdded > 0 ? [t("restore.done.titles", { count: titlesAdded })] : []),
      ...(bookmarksAdded > 0 ? [t("restore.done.bookmarks", { count: bookmarksAdded })] : []),
      ...(marksSet > 0 ? [t("restore.done.marks", { count: marksSet })] : []),
    ];
    return html`<div role="status">
        <p>${t("restore.done")}</p>
        ${
          brought.length === 0
            ? html`<p>${t("restore.done.nothing")}</p>`
            : html`<ul>
                ${brought.map((sentence) => html`<li>${sentence}</li>`)}
              </ul>`
        }
      </div>
      ${
        problems.length === 0
          ? nothing
          : html`<p class="failed">${t("restore.problems")}</p>
              <ul>
                ${problems.map((problem) => html`<li>${problem}</li>`)}
              </ul>`
      }`;
  }

  #renderFailure(failure: RequestFailure): TemplateResult {
    return html`<p class="failed">${wordError(failure)}</p>`;
  }

  #renderButtons(): unknown {
    const { step } = this;
    if (step.kind === "done") {
      return html`<button class="button" data-next @click=${() => this.dialog.close()}>
        ${t("dialog.close")}
      </button>`;
    }
    if (step.kind !== "decide") return nothing;
    const { asks, mode } = step;
    const back = (): void => {
      if (asks) this.#decide({ asks: false });
      else this.step = beginning;
    };
    const goOn = (): void => {
      if (mode === "replace" && !asks) this.#decide({ asks: true });
      else void this.#run(step);
    };
    return html`<button class="button" @click=${back}>${t("restore.back")}</button>
      <button class="button primary" data-next @click=${goOn}>
        ${t(asks ? "restore.replaceNow" : "restore.action")}
      </button>`;
  }

  #decide(change: Partial<Decision>): void {
    if (this.step.kind === "decide") this.step = { ...this.step, ...change };
  }

  async #lookInto(copy: AutomaticCopy | null): Promise<void> {
    this.step = { kind: "choose", looking: true, failure: null };
    try {
      const input = copy === null ? {} : { copyId: copy.id };
      const backup = await this.client.request("backup.choose", input);
      this.step =
        backup === null
          ? beginning
          : { kind: "decide", backup, mode: "merge", asks: false, failure: null };
    } catch (thrown) {
      this.step = { kind: "choose", looking: false, failure: asFailure(thrown) };
    }
  }

  async #run(decision: Decision): Promise<void> {
    const { backup, mode } = decision;
    this.step = { kind: "run" };
    try {
      const report = await this.storage.during("restore", () =>
        this.client.request("backup.restore", { token: backup.token, mode }),
      );
      this.step = { kind: "done", report };
    } catch (thrown) {
      this.step = { ...decision, asks: false, failure: asFailure(thrown) };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-restore-dialog": RestoreDialog;
  }
}
