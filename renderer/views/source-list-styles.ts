import { css } from "lit";
import { controls } from "../theme/controls.ts";
import { scrolling } from "../theme/scrolling.ts";

/** How the sidebar looks. */
export const sourceListStyles = [
  controls,
  scrolling,
  css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr) auto;
      background: var(--paper-sidebar);
      min-width: 0;
    }

    .head {
      display: flex;
      align-items: center;
      height: var(--bar-height);
      padding: 0 0.625rem 0 1.125rem;
    }

    h2 {
      flex: 1;
      margin: 0;
      font-family: var(--typeface-reading);
      font-size: 1.1875rem;
      font-weight: 700;
      letter-spacing: -0.01em;
    }

    [role="tree"] {
      padding: 0 0.5rem 0.75rem;
    }

    .heading {
      padding: 1.1rem 0.625rem 0.3rem;
      font-size: var(--text-tiny);
      font-weight: 600;
      letter-spacing: 0.02em;
      color: var(--ink-faint);
    }

    .item {
      display: flex;
      align-items: center;
      gap: 0.55rem;
      min-height: 1.8125rem;
      padding: 0.125rem 0.625rem;
      border-radius: var(--corner);
      font-size: var(--text-normal);
      color: var(--ink-soft);
      cursor: default;
      user-select: none;
      content-visibility: auto;
      contain-intrinsic-height: auto 1.8125rem;
    }

    .item > bs-icon {
      --icon-size: 1.0625rem;
      color: var(--ink-faint);
    }

    .item:hover {
      background: var(--hover);
    }

    .item:focus-visible {
      outline-offset: -2px;
    }

    .nested {
      padding-inline-start: 1.875rem;
    }

    .unread {
      color: var(--ink);
    }

    .selected {
      background: color-mix(in oklab, var(--selection), var(--ink) 4%);
      color: var(--ink);
      font-weight: 550;
    }

    .selected > bs-icon {
      color: var(--accent);
    }

    .into {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
    }

    .before {
      border-start-start-radius: 0;
      border-start-end-radius: 0;
      box-shadow: inset 0 2px 0 var(--accent);
    }

    .twist {
      display: grid;
      place-items: center;
      width: 1.125rem;
      height: 1.125rem;
      color: var(--ink-faint);
      --icon-size: 0.9375rem;
    }

    .label {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }

    .count {
      font-size: var(--text-small);
      font-weight: 450;
      font-variant-numeric: tabular-nums;
      color: var(--ink-faint);
    }

    .selected .count {
      color: var(--ink-soft);
    }

    .failing {
      color: var(--warning);
      --icon-size: 0.875rem;
    }

    @media (forced-colors: active) {
      .selected {
        outline: 1px solid Highlight;
        outline-offset: -1px;
      }
    }
  `,
];
