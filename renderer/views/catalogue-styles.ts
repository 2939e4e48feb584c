import { css } from "lit";
import { controls } from "../theme/controls.ts";
import { scrolling } from "../theme/scrolling.ts";

/** How the catalogue looks. */
export const catalogueStyles = [
  controls,
  scrolling,
  css`
    :host {
      display: grid;
      grid-template-rows: auto auto minmax(0, 1fr);
      min-height: 0;
      container-type: inline-size;
    }

    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    input[type="search"] {
      flex: 3 1 12rem;
    }

    select {
      flex: 1 1 7.5rem;
    }

    /* Where not all of them fit, the three choices stay side by side. */
    @container (width < 36rem) {
      input[type="search"] {
        flex-basis: 100%;
      }
    }

    .summary {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      padding: 0.6rem 0 0.4rem;
      border-bottom: 1px solid var(--hairline-strong);
      font-size: var(--text-small);
      color: var(--ink-faint);
    }

    .links {
      display: flex;
      gap: 1rem;
    }

    .entries {
      list-style: none;
      margin: 0;
      padding: 0;
      min-height: 0;
    }

    .entry {
      display: flex;
      align-items: start;
      gap: 0.75rem;
      padding: 0.6rem 0.5rem 0.6rem 0.25rem;
      border-bottom: 1px solid var(--hairline);
      content-visibility: auto;
      contain-intrinsic-height: auto 4.4rem;
    }

    .entry:hover {
      background: var(--hover);
    }

    .entry:has(:checked) {
      background: var(--accent-soft);
    }

    .entry:has(:disabled) {
      background: none;
      color: var(--ink-faint);
    }

    input[type="checkbox"] {
      flex: none;
      width: 1rem;
      height: 1rem;
      margin: 0.3rem 0 0;
    }

    bs-feed-icon {
      --feed-icon-size: 1.625rem;
    }

    .words {
      flex: 1;
      min-width: 0;
      line-height: 1.4;
    }

    .name {
      font-weight: 600;
      color: var(--ink);
    }

    .mark {
      margin-inline-start: 0.4rem;
      padding: 0 0.4rem;
      border: 1px solid var(--hairline-strong);
      border-radius: 3px;
      font-size: var(--text-tiny);
      color: var(--ink-soft);
      white-space: nowrap;
    }

    .paywall {
      border-color: transparent;
      background: var(--paper-sunk);
      color: var(--warning);
    }

    .description,
    .facts {
      display: block;
      color: var(--ink-soft);
      text-wrap: pretty;
    }

    .facts {
      font-size: var(--text-small);
      color: var(--ink-faint);
    }
  `,
];
