import { css } from "lit";
import { scrolling } from "../theme/scrolling.ts";

/** How the list lays out what it renders; rows look as their owner says. */
export const virtualListStyles = [
  scrolling,
  css`
    :host {
      display: block;
      position: relative;
      min-height: 0;
    }

    .scrolls {
      height: 100%;
      overflow-anchor: none;
      outline: none;
      contain: strict;
    }

    .space {
      position: relative;
    }

    .window {
      position: absolute;
      inset: 0 0 auto;
      will-change: transform;
    }

    .heading {
      display: flex;
      align-items: end;
      height: var(--heading-height);
      padding: 0 1rem 0.3rem 1.5rem;
      font-size: var(--text-tiny);
      font-weight: 600;
      letter-spacing: 0.02em;
      color: var(--ink-faint);
      overflow: hidden;
      white-space: nowrap;
    }

    .sticky {
      position: absolute;
      inset: 0 0 auto;
      z-index: 1;
      background: var(--paper-list);
      border-bottom: 1px solid var(--hairline);
      padding-bottom: 0.35rem;
      align-items: end;
      pointer-events: none;
      box-sizing: border-box;
    }

    .clip {
      position: absolute;
      inset: 0 0.5rem auto 0;
      height: var(--heading-height);
      overflow: hidden;
      pointer-events: none;
    }

    /* The heading covers the list's own mark of the focus. */
    .scrolls:focus-visible + .clip .sticky {
      box-shadow: inset 0 2px 0 var(--accent);
    }

    .option {
      height: var(--row-height);
      contain: strict;
    }
  `,
];
