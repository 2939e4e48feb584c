import { css } from "lit";
import { controls } from "../../theme/controls.ts";

/** How the manager is laid out: facts beside the table, below it where it is narrow. */
export const titlesDialogStyles = [
  controls,
  css`
    .manager {
      --dialog-width: 112rem;
      --dialog-height: 80rem;
    }

    .frame {
      display: grid;
      grid-template:
        "tools tools" auto
        "table details" minmax(0, 1fr)
        / minmax(0, 1fr) auto;
      min-height: 0;
    }

    .tools {
      grid-area: tools;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 1rem;
      padding: 0.25rem 1.5rem 0.75rem;
      border-bottom: 1px solid var(--hairline);
    }

    .tools input {
      width: 15rem;
    }

    .count {
      margin-inline-start: auto;
      font-size: var(--text-small);
      color: var(--ink-faint);
      font-variant-numeric: tabular-nums;
    }

    .table {
      --grid-inset: 1.5rem;
      grid-area: table;
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      min-width: 0;
      min-height: 0;
      background: var(--paper);
    }

    .table > bs-data-grid,
    .table > bs-empty-state {
      grid-row: 2;
    }

    .problem {
      margin: 0;
      padding: 0.5rem 1.5rem;
      font-size: var(--text-small);
      color: var(--warning);
      border-bottom: 1px solid var(--hairline);
    }

    .side {
      grid-area: details;
      display: grid;
      grid-template-rows: minmax(0, 1fr);
      width: clamp(18rem, 22vw, 24rem);
      min-height: 0;
      border-inline-start: 1px solid var(--hairline);
      background: var(--paper-list);
    }

    .overview {
      align-self: center;
      padding: 1.5rem;
      font-size: var(--text-normal);
      line-height: 1.5;
      color: var(--ink-faint);
      text-align: center;
      text-wrap: balance;
    }

    .overview p {
      margin: 0 0 0.5rem;
    }

    bs-data-grid::part(failing) {
      color: var(--warning);
    }

    @media (width < 1000px) {
      .frame {
        grid-template:
          "tools" auto
          "table" minmax(9rem, 1fr)
          "details" fit-content(45%)
          / minmax(0, 1fr);
      }

      .tools input {
        flex: 1;
      }

      bs-title-filters {
        order: 1;
        flex-basis: 100%;
      }

      .side {
        width: auto;
        max-height: 45vh;
        border-inline-start: 0;
        border-top: 1px solid var(--hairline);
      }

      .side:not(.filled) {
        display: none;
      }
    }
  `,
];
