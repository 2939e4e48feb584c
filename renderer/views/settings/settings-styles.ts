import { css } from "lit";
import { controls } from "../../theme/controls.ts";

/** How the sections of the settings look. */
export const settingsStyles = [
  controls,
  css`
    :host {
      display: block;
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1.5rem;
      min-height: 3rem;
      padding: 0.6rem 0;
      border-bottom: 1px solid var(--hairline);
    }

    .line > :first-child {
      flex: 1 1 14rem;
    }

    small {
      display: block;
      margin-top: 0.15rem;
      font-size: var(--text-small);
      line-height: 1.45;
      color: var(--ink-faint);
      text-wrap: pretty;
    }

    input[type="checkbox"] {
      width: 1.05rem;
      height: 1.05rem;
      margin: 0;
    }

    .bordered {
      border-bottom: 1px solid var(--hairline);
    }

    [hidden] {
      display: none;
    }

    code {
      display: block;
      margin-top: 0.25rem;
      font: var(--text-small) var(--typeface-code);
      color: var(--ink-soft);
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
];
