import { css } from "lit";
import { controls } from "../../theme/controls.ts";
import { scrolling } from "../../theme/scrolling.ts";

/** How restoring a backup looks. */
export const restoreDialogStyles = [
  controls,
  scrolling,
  css`
    bs-dialog {
      --dialog-width: 32rem;
      --dialog-height: 30rem;
    }

    .scrolls {
      padding: 0.25rem 1.5rem 1.25rem;
      line-height: 1.5;
    }

    p {
      margin: 0 0 0.9rem;
      color: var(--ink-soft);
      text-wrap: pretty;
    }

    .failed {
      color: var(--warning);
    }

    h3 {
      margin: 1.5rem 0 0;
      padding-bottom: 0.35rem;
      border-bottom: 1px solid var(--hairline-strong);
      font-size: var(--text-small);
      font-weight: 600;
      color: var(--ink-faint);
    }

    ul {
      margin: 0 0 0.9rem;
      padding-inline-start: 1.1rem;
    }

    .copies {
      list-style: none;
      padding: 0;
    }

    .copies li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 1rem;
      padding: 0.45rem 0;
      border-bottom: 1px solid var(--hairline);
      font-variant-numeric: tabular-nums;
    }

    .copies span span {
      color: var(--ink-faint);
    }

    .backup {
      margin-bottom: 1.1rem;
      padding: 0.7rem 0.9rem;
      border-radius: var(--corner);
      background: var(--paper-sunk);
    }

    .backup strong {
      display: block;
      font-weight: 600;
    }

    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0 0 0.35rem;
      font-size: var(--text-small);
      font-weight: 600;
      color: var(--ink-faint);
    }

    fieldset label {
      display: flex;
      align-items: start;
      gap: 0.6rem;
      padding: 0.55rem 0;
      border-top: 1px solid var(--hairline);
    }

    fieldset input {
      margin: 0.25rem 0 0;
    }

    small {
      display: block;
      font-size: var(--text-small);
      color: var(--ink-faint);
    }

    .foot {
      display: flex;
      justify-content: end;
      gap: 0.5rem;
      padding: 0.75rem 1.5rem 1.25rem;
    }
  `,
];
