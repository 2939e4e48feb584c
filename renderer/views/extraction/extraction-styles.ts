import { css } from "lit";
import { controls } from "../../theme/controls.ts";
import { scrolling } from "../../theme/scrolling.ts";

/** How the dialog looks in which a block is chosen: two halves, one above the other where narrow. */
export const extractionStyles = [
  controls,
  scrolling,
  css`
    bs-dialog {
      --dialog-width: 72rem;
      --dialog-height: 52rem;
    }

    .all {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr) auto;
      min-height: 0;
    }

    .top {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1rem;
      padding: 0 1.5rem 0.75rem;
    }

    p {
      margin: 0;
      max-width: 44rem;
      line-height: 1.5;
      color: var(--ink-soft);
      text-wrap: pretty;
      overflow-wrap: anywhere;
    }

    .state {
      align-self: center;
      justify-self: center;
      display: grid;
      justify-items: center;
      gap: 1rem;
      padding: 2rem 1.5rem;
      text-align: center;
    }

    .error {
      color: var(--warning);
    }

    .halves {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      min-height: 0;
      border-block: 1px solid var(--hairline);
    }

    .halves > * {
      min-height: 0;
      min-width: 0;
    }

    .halves > .preview {
      border-inline-start: 1px solid var(--hairline);
    }

    .preview {
      overflow: auto;
      padding: 1rem 1.5rem;
      background: var(--paper);
      --reading-size: 1.0625rem;
    }

    .list {
      overflow: auto;
    }

    .halves > bs-page-blocks,
    .list {
      background: var(--paper-list);
    }

    .preview > p {
      margin-block-end: 0.75rem;
    }

    h3 {
      margin: 0 0 0.25rem;
      font-size: var(--text-small);
      font-weight: 600;
      color: var(--ink-faint);
    }

    fieldset {
      margin: 0;
      padding: 0.5rem 1rem;
      border: 0;
    }

    .list label {
      display: flex;
      gap: 0.6rem;
      padding: 0.4rem 0;
      line-height: 1.45;
      color: var(--ink);
      overflow-wrap: anywhere;
    }

    .list label[data-depth="1"] {
      padding-inline-start: 1.25rem;
    }

    .list label[data-depth="2"] {
      padding-inline-start: 2.5rem;
    }

    .list label[data-depth="3"] {
      padding-inline-start: 3.75rem;
    }

    .list input {
      flex: none;
      margin: 0.2rem 0 0;
    }

    .foot {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      align-items: center;
      gap: 0.5rem;
      padding: 0.875rem 1.5rem;
    }

    .foot > .apart {
      margin-inline-end: auto;
    }

    @media (max-width: 44rem) {
      .halves {
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: minmax(0, 1fr) minmax(0, 1fr);
      }

      .halves > .preview {
        border-inline-start: 0;
        border-block-start: 1px solid var(--hairline);
      }

      .keys {
        display: none;
      }
    }
  `,
];
