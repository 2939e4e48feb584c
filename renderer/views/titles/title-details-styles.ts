import { css } from "lit";
import { controls } from "../../theme/controls.ts";
import { scrolling } from "../../theme/scrolling.ts";

/** How the facts of a title are set. */
export const titleDetailsStyles = [
  controls,
  scrolling,
  css`
    :host {
      display: grid;
      grid-template-rows: minmax(0, 1fr);
      min-width: 0;
      min-height: 0;
    }

    .scrolls {
      padding: 1.1rem 1.5rem 1.5rem;
      font-size: var(--text-normal);
      line-height: 1.5;
      color: var(--ink-soft);
    }

    .name {
      display: flex;
      gap: 0.65rem;
      align-items: start;
      --feed-icon-size: 1.75rem;
    }

    h3 {
      margin: 0;
      font-family: var(--typeface-reading);
      font-size: 1.1875rem;
      font-weight: 600;
      line-height: 1.35;
      color: var(--ink);
      overflow-wrap: anywhere;
    }

    p {
      margin: 0.45rem 0 0;
      text-wrap: pretty;
    }

    .address {
      margin: 0.35rem 0 0.9rem;
      font-size: var(--text-small);
      color: var(--ink-faint);
      overflow-wrap: anywhere;
      -webkit-user-select: text;
      user-select: text;
    }

    .failing {
      color: var(--warning);
    }

    ul {
      margin: 0.3rem 0 0;
      padding-inline-start: 1.1rem;
      font-size: var(--text-small);
    }

    .buttons,
    .wishes {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem;
      margin-top: 0.9rem;
    }

    .button {
      --icon-size: 0.875rem;
    }

    .more {
      display: grid;
      justify-items: start;
      gap: 0.35rem;
      margin-top: 1rem;
      padding-top: 0.9rem;
      border-top: 1px solid var(--hairline);
    }

    label {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      margin-top: 0.75rem;
    }

    .wide {
      flex-wrap: wrap;
      row-gap: 0.2rem;
    }

    .wide select {
      max-width: 100%;
    }
  `,
];
