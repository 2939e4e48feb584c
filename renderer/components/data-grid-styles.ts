import { css } from "lit";
import { controls } from "../theme/controls.ts";
import { scrolling } from "../theme/scrolling.ts";

/** How the grid lays out heads, rows and cells; cells look as their owner says. */
export const dataGridStyles = [
  controls,
  scrolling,
  css`
    :host {
      display: block;
      position: relative;
      min-width: 0;
      min-height: 0;
      --row-height: 38px;
      --head-height: 34px;
    }

    .scrolls {
      height: 100%;
      overflow-anchor: none;
      contain: strict;
      scroll-padding-top: var(--head-height);
    }

    .line {
      display: grid;
      grid-template-columns: var(--columns);
      column-gap: 0.75rem;
      padding-inline: var(--grid-inset, 1rem);
    }

    .head {
      position: sticky;
      top: 0;
      z-index: 1;
      height: var(--head-height);
      background: var(--paper-list);
      border-bottom: 1px solid var(--hairline);
    }

    .head .line {
      height: 100%;
    }

    .head button {
      display: flex;
      align-items: center;
      gap: 0.25rem;
      width: calc(100% + 0.75rem);
      height: 100%;
      margin-inline: -0.375rem;
      padding-inline: 0.375rem;
      font-size: var(--text-small);
      font-weight: 600;
      color: var(--ink-faint);
      text-align: start;
      --icon-size: 0.75rem;
    }

    .head button > span {
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .head button:hover,
    .head .sorted button {
      color: var(--ink);
    }

    .head button:focus-visible {
      outline-offset: -3px;
    }

    .head .numeric button {
      flex-direction: row-reverse;
    }

    .rows {
      position: relative;
    }

    .row {
      position: absolute;
      inset-inline: 0;
      height: var(--row-height);
      align-items: center;
      font-size: var(--text-normal);
      color: var(--ink-soft);
      contain: strict;
      cursor: default;
      -webkit-user-select: none;
      user-select: none;
    }

    .row::after {
      content: "";
      position: absolute;
      inset: auto var(--grid-inset, 1rem) 0;
      border-bottom: 1px solid var(--hairline);
    }

    .scrolls:focus-visible .row.active::after {
      content: none;
    }

    .row:hover {
      background: var(--hover);
    }

    .row.chosen {
      background: var(--selection);
      color: var(--ink);
    }

    .cell {
      min-width: 0;
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }

    .numeric {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }

    .scrolls:focus-visible .row.active {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
      border-radius: var(--corner-small);
    }

    @media (forced-colors: active) {
      .row.chosen {
        outline: 1px solid Highlight;
        outline-offset: -1px;
      }
    }
  `,
];
