import { css } from "lit";
import { controls } from "../theme/controls.ts";

/** How dialogs look that ask for a few things and do one. */
export const formDialogStyles = [
  controls,
  css`
    bs-dialog {
      --dialog-width: 32rem;
    }

    form {
      display: grid;
      gap: 1rem;
      padding: 0.25rem 1.5rem 1.5rem;
      overflow-y: auto;
    }

    label.field {
      display: grid;
      gap: 0.35rem;
      color: var(--ink-soft);
    }

    label.choice {
      display: flex;
      align-items: start;
      gap: 0.6rem;
    }

    label.choice input {
      flex: none;
      width: 1.05rem;
      height: 1.05rem;
      margin: 0.15rem 0 0;
    }

    p {
      margin: 0;
      line-height: 1.5;
      color: var(--ink-soft);
      text-wrap: pretty;
      overflow-wrap: anywhere;
    }

    small {
      display: block;
      margin-top: 0.2rem;
      font-size: var(--text-small);
      line-height: 1.45;
      color: var(--ink-faint);
      text-wrap: pretty;
    }

    .error,
    .warning {
      color: var(--warning);
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: 0.5rem;
    }

    .buttons > .apart {
      margin-inline-end: auto;
    }
  `,
];
