import { css } from "lit";
import { controls } from "../theme/controls.ts";

/** How the list's header and its body look. */
export const articleListStyles = [
  controls,
  css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      background: var(--paper-list);
      min-width: 0;
    }

    .head {
      padding: 0 0.75rem 0.6rem 1.5rem;
      border-bottom: 1px solid var(--hairline);
    }

    .title {
      display: flex;
      align-items: center;
      gap: 0.125rem;
      height: var(--bar-height);
    }

    h1 {
      flex: 1;
      min-width: 0;
      margin: 0;
      font-family: var(--typeface-reading);
      font-size: 1.375rem;
      font-weight: 600;
      letter-spacing: -0.005em;
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }

    h1:focus-visible {
      outline: none;
      text-decoration: underline 2px var(--accent);
      text-underline-offset: 0.2em;
    }

    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.4rem 0.75rem;
      padding-inline-end: 0.25rem;
    }

    bs-segmented {
      margin-inline-start: -2px;
    }

    .counts {
      font-size: var(--text-small);
      color: var(--ink-faint);
      font-variant-numeric: tabular-nums;
    }

    .ready {
      padding: 0 0.2rem;
      margin-inline: -0.2rem;
      border-radius: var(--corner-small);
    }

    .ready:hover {
      background: var(--hover);
      color: var(--ink);
    }

    .body {
      position: relative;
      display: grid;
      min-height: 0;
    }

    .pill {
      position: absolute;
      inset: 0.6rem 0 auto;
      z-index: 2;
      display: grid;
      justify-items: center;
      pointer-events: none;
    }

    .pill .button {
      pointer-events: auto;
      min-height: 1.875rem;
      padding: 0.2rem 0.9rem 0.2rem 0.7rem;
      border-radius: 1rem;
      font-size: var(--text-small);
      box-shadow: 0 2px 10px var(--shadow);
      --icon-size: 0.9375rem;
      animation: arrive 180ms ease-out;
    }

    @keyframes arrive {
      from {
        opacity: 0;
        transform: translateY(-0.5rem);
      }
    }

    @media (prefers-reduced-motion: reduce) {
      .pill .button {
        animation: none;
      }
    }
  `,
];
