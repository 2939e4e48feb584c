import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

/** How far long work has come, in words and as a bar; without a value, that it goes on. */
@customElement("bs-task-progress")
export class TaskProgress extends LitElement {
  static override styles = css`
    :host {
      display: block;
      font-size: var(--text-small);
      line-height: 1.45;
      color: var(--ink-soft);
      font-variant-numeric: tabular-nums;
    }

    progress {
      appearance: none;
      display: block;
      width: 100%;
      height: 4px;
      margin-top: 0.35rem;
      border: 0;
      border-radius: 2px;
      background: var(--hairline);
      overflow: hidden;
    }

    progress::-webkit-progress-bar {
      background: var(--hairline);
    }

    progress::-webkit-progress-value {
      background: var(--accent);
      transition: width 200ms ease-out;
    }

    progress:indeterminate {
      background: linear-gradient(
        90deg,
        var(--hairline) 0 30%,
        var(--accent) 50%,
        var(--hairline) 70% 100%
      );
      background-size: 200% 100%;
      animation: pass 1.4s linear infinite;
    }

    progress:indeterminate::-webkit-progress-bar {
      background: none;
    }

    @keyframes pass {
      from {
        background-position: 150% 0;
      }

      to {
        background-position: -50% 0;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      progress::-webkit-progress-value {
        transition: none;
      }

      progress:indeterminate {
        animation: none;
      }
    }
  `;

  /** What is going on. */
  @property() label = "";
  /** The part that is done, 0–1; null: not known. */
  @property({ type: Number }) share: number | null = null;

  override render(): TemplateResult {
    return html`<span aria-hidden="true">${this.label}</span
      ><progress max="1" value=${this.share ?? nothing} aria-label=${this.label}></progress>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-task-progress": TaskProgress;
  }
}
