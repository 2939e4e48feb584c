import { consume } from "@lit/context";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { playerContext, settingsContext } from "../../app/contexts.ts";
import { hint } from "../../app/key-names.ts";
import "../../components/icon.ts";
import { StoreController } from "../../controllers/store-controller.ts";
import { skipBack, skipForward, type PlayerStore } from "../../state/player-store.ts";
import type { SettingsStore } from "../../state/settings-store.ts";
import { formatTime } from "../../text/format-time.ts";
import { t } from "../../text/text.ts";
import { LoadedArticleWantedEvent } from "./loaded-article-wanted-event.ts";
import { playerBarStyles } from "./player-bar-styles.ts";

const rates = [0.75, 1, 1.25, 1.5, 1.75, 2];

/**
 * The player at the window's foot; it stays while other articles are read.
 *
 * @event bs-loaded-article-wanted - the article that it came with is to be shown
 */
@customElement("bs-player")
export class PlayerBar extends LitElement {
  static override styles = playerBarStyles;

  @consume({ context: playerContext }) private readonly player!: PlayerStore;
  @consume({ context: settingsContext }) private readonly settings!: SettingsStore;

  constructor() {
    super();
    new StoreController(this, () => [this.player, this.settings]);
  }

  override render(): unknown {
    const { loaded, hasFailed } = this.player;
    if (loaded === null) return nothing;
    return html`<section aria-label=${t("player.label")}>
      ${loaded.isFilm ? this.#renderStage() : nothing}
      <div class="bar">
        <div class="buttons">
          ${this.#renderButton("back", () => {
            this.player.skip(-skipBack);
          })}
          ${this.#renderPlay()}
          ${this.#renderButton("forward", () => {
            this.player.skip(skipForward);
          })}
        </div>
        <button
          class="title"
          title=${t("player.goToArticle", { headline: loaded.headline })}
          @click=${() => this.dispatchEvent(new LoadedArticleWantedEvent(loaded))}
        >
          <span class="headline" dir="auto">${loaded.headline}</span>
          <span class="feed" dir="auto">${loaded.feedTitle}</span>
        </button>
        ${
          hasFailed
            ? html`<span class="failed" role="alert">${t("player.failed")}</span>`
            : this.#renderPosition()
        }
        <div class="more">
          ${this.#renderSpeed()} ${this.#renderVolume()}
          <button
            class="icon-button"
            aria-label=${t("player.close")}
            title=${t("player.close")}
            @click=${() => void this.player.close()}
          >
            <bs-icon name="x"></bs-icon>
          </button>
        </div>
      </div>
    </section>`;
  }

  #renderStage(): TemplateResult {
    return html`<div class="stage">
      ${this.player.media}
      <button
        class="icon-button"
        aria-label=${t("player.fullScreen")}
        title=${t("player.fullScreen")}
        @click=${() => void this.player.media.requestFullscreen().catch(() => undefined)}
      >
        <bs-icon name="fullScreen"></bs-icon>
      </button>
    </div>`;
  }

  #renderPlay(): TemplateResult {
    const { isPlaying } = this.player;
    const label = t(isPlaying ? "player.pause" : "player.play");
    return html`<button
      class="icon-button play"
      aria-label=${label}
      title=${hint(label, "toggle-playing")}
      @click=${() => void this.player.toggle()}
    >
      <bs-icon name=${isPlaying ? "pause" : "play"}></bs-icon>
    </button>`;
  }

  #renderButton(way: "back" | "forward", act: () => void): TemplateResult {
    const seconds = way === "back" ? skipBack : skipForward;
    const label = t(`player.${way}`, { seconds });
    return html`<button
      class="icon-button skip"
      aria-label=${label}
      title=${hint(label, way === "back" ? "skip-back" : "skip-forward")}
      @click=${act}
    >
      <bs-icon name=${way === "back" ? "skipBack" : "skipForward"}></bs-icon
      ><span aria-hidden="true">${seconds}</span>
    </button>`;
  }

  #renderPosition(): TemplateResult {
    const { position, duration } = this.player;
    const [at, end] = [formatTime(position), duration === null ? "–:––" : formatTime(duration)];
    return html`<div class="position">
      <span>${at}</span>
      <input
        type="range"
        min="0"
        max=${Math.ceil(duration ?? 0)}
        step="1"
        ?disabled=${duration === null}
        .value=${String(Math.floor(position))}
        aria-label=${t("player.position")}
        aria-valuetext=${t("player.positionValue", { position: at, duration: end })}
        @input=${(event: Event) => {
          this.player.seek(valueOf(event));
        }}
      />
      <span>${end}</span>
    </div>`;
  }

  #renderSpeed(): TemplateResult {
    const { playbackRate } = this.settings.settings;
    const choices = rates.includes(playbackRate) ? rates : [...rates, playbackRate].sort();
    return html`<select
      aria-label=${t("player.speed")}
      title=${t("player.speed")}
      @change=${(event: Event) => void this.player.setRate(valueOf(event)).catch(() => undefined)}
    >
      ${choices.map(
        (rate) => html`<option value=${rate} ?selected=${rate === playbackRate}>${rate}×</option>`,
      )}
    </select>`;
  }

  #renderVolume(): TemplateResult {
    return html`<label class="volume" title=${t("player.volume")}
      ><bs-icon name="volume"></bs-icon
      ><input
        type="range"
        min="0"
        max="100"
        step="5"
        .value=${String(Math.round(this.player.media.volume * 100))}
        aria-label=${t("player.volume")}
        @input=${(event: Event) => {
          this.player.media.volume = valueOf(event) / 100;
        }}
    /></label>`;
  }
}

function valueOf({ target }: Event): number {
  return Number((target as HTMLInputElement | HTMLSelectElement).value);
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-player": PlayerBar;
  }
}
