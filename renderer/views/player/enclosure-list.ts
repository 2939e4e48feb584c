import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Article, Recording, ShownEnclosure } from "../../../preload/contract/contract.ts";
import { actionsContext, playerContext, recordingsContext } from "../../app/contexts.ts";
import "../../components/icon.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import type { Actions } from "../../state/actions.ts";
import type { PlayerStore } from "../../state/player-store.ts";
import type { RecordingActions } from "../../state/recording-actions.ts";
import { formatTime } from "../../text/format-time.ts";
import { formatBytes, formatPercent } from "../../text/formats.ts";
import { t, wordError } from "../../text/text.ts";
import { enclosureKind, enclosureName } from "../article-facts.ts";
import { enclosureListStyles } from "./enclosure-list-styles.ts";

/** What came with an article. Nothing of it is fetched or played before a person says so. */
@customElement("bs-enclosure-list")
export class EnclosureList extends LitElement {
  static override styles = enclosureListStyles;

  @consume({ context: actionsContext }) private readonly actions!: Actions;
  @consume({ context: playerContext }) private readonly player!: PlayerStore;
  @consume({ context: recordingsContext }) private readonly recordings!: RecordingActions;

  @property({ attribute: false }) article: Article | null = null;

  constructor() {
    super();
    new StoreController(this, () => [this.player]);
  }

  override render(): unknown {
    const { article } = this;
    if (article === null || article.enclosures.length === 0) return nothing;
    return html`<h2>${t("article.enclosures")}</h2>
      <ul>
        ${article.enclosures.map((enclosure, index) => this.#renderOne(article, enclosure, index))}
      </ul>`;
  }

  #renderOne(article: Article, enclosure: ShownEnclosure, index: number): TemplateResult {
    const { address, recording } = enclosure;
    const name = enclosureName(address);
    return html`<li>
      <bs-icon
        name=${isFilm(enclosure) ? "film" : recording === null ? "paperclip" : "sound"}
      ></bs-icon>
      <div class="what">
        <button
          class="link-button name"
          title=${t("recording.open")}
          @click=${() => void this.actions.openLink(address)}
        >
          ${name}
        </button>
        <span class="facts">${factsOf(enclosure)}</span>
        ${
          recording === null
            ? nothing
            : html`<span class="state" role="status">${wordState(recording, enclosure.length)}</span
                >${this.#renderProgress(recording, enclosure.length, name)}`
        }
      </div>
      ${
        recording === null
          ? nothing
          : html`<div class="acts">${this.#renderActs(article, enclosure, recording, index)}</div>`
      }
    </li>`;
  }

  #renderProgress({ state, received }: Recording, length: number, name: string): unknown {
    if (state !== "fetching" || length === 0) return nothing;
    return html`<progress
      max=${length}
      value=${Math.min(length, received)}
      aria-label=${t("recording.progress", { name })}
    ></progress>`;
  }

  #renderActs(
    article: Article,
    enclosure: ShownEnclosure,
    { state, position: known, duration }: Recording,
    index: number,
  ): TemplateResult {
    const position = this.player.placeOf(article.id, index, known);
    const keep = (label: string): TemplateResult =>
      html`<button class="button" @click=${() => void this.recordings.keep(article.id, index)}>
        <bs-icon name="download"></bs-icon>${label}
      </button>`;
    const remove = (label: string): TemplateResult =>
      html`<button
        class="link-button"
        aria-label=${state === "kept" ? t("recording.removeNamed", { name: enclosureName(enclosure.address) }) : nothing}
        @click=${() => void this.recordings.remove(article.id, index)}
      >
        ${label}
      </button>`;
    switch (state) {
      case "none":
        return keep(t(isFilm(enclosure) ? "recording.keepFilm" : "recording.keepSound"));
      case "waiting":
      case "fetching":
        return remove(t("recording.giveUp"));
      case "failed":
        return html`${keep(t("recording.tryAgain"))} ${remove(t("recording.giveUp"))}`;
      case "kept": {
        const isThis = this.player.isOf(article.id, index);
        const isPlaying = isThis && this.player.isPlaying;
        const isBegun = position > 5 && position < (duration ?? Infinity) - 20;
        const label = isPlaying
          ? t("recording.pause")
          : isBegun && !isThis
            ? t("recording.resume", { time: formatTime(position) })
            : t("recording.play");
        return html`<button
            class="button"
            @click=${() => void (isThis ? this.player.toggle() : this.player.play(article, index))}
          >
            <bs-icon name=${isPlaying ? "pause" : "play"}></bs-icon>${label}
          </button>
          ${remove(t("recording.remove"))}`;
      }
    }
  }
}

function isFilm({ type, address, recording }: ShownEnclosure): boolean {
  return type.startsWith("video/") || /\.(?:mp4|m4v|webm|mov)$/.test(recording?.file ?? address);
}

/** Kind, length and size, as far as they are known. */
function factsOf({ type, length, duration, recording }: ShownEnclosure): string {
  const seconds = recording?.duration ?? duration ?? null;
  return [
    enclosureKind(type),
    seconds === null ? "" : formatTime(seconds),
    length > 0 ? formatBytes(length) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function wordState({ state, received, failure, nextTry }: Recording, length: number): string {
  switch (state) {
    case "none":
      return "";
    case "waiting":
      return t("recording.waiting");
    case "fetching":
      return length > 0
        ? t("recording.fetching", { share: formatPercent(Math.min(1, received / length)) })
        : t("recording.fetchingBytes", { size: formatBytes(received) });
    case "kept":
      return t("recording.kept");
    case "failed": {
      const reason = wordError({ code: failure ?? "unreachable" });
      return t(nextTry === null ? "recording.failed" : "recording.failedRetry", { reason });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-enclosure-list": EnclosureList;
  }
}
