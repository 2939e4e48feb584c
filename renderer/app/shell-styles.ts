import { css } from "lit";
import { controls } from "../theme/controls.ts";

/** How the panes share the window. */
export const shellStyles = [
  controls,
  css`
    :host {
      display: block;
      height: 100%;
    }

    .window {
      display: flex;
      flex-direction: column;
      height: 100%;
    }

    .panes,
    bs-welcome {
      flex: 1;
      min-height: 0;
    }

    .panes {
      display: grid;
      grid-template-rows: minmax(0, 1fr);
      position: relative;
    }

    .three {
      grid-template-columns:
        minmax(10rem, var(--sidebar-width)) minmax(14rem, var(--list-width))
        minmax(24rem, 1fr);
    }

    .two {
      grid-template-columns: minmax(14rem, min(var(--list-width), 44%)) minmax(0, 1fr);
    }

    .one {
      grid-template-columns: minmax(0, 1fr);
    }

    bs-source-list,
    bs-article-list {
      position: relative;
    }

    :is(bs-source-list, bs-article-list) > .icon-button {
      margin-inline: -0.5rem 0.375rem;
    }

    bs-reading-pane {
      container-type: inline-size;
    }

    :is(.two, .one) bs-source-list {
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      z-index: 4;
      width: min(19rem, 85vw);
      box-shadow: 0 0 40px var(--shadow);
    }

    .drop {
      position: fixed;
      inset: 0.75rem;
      z-index: 6;
      display: grid;
      place-items: center;
      border: 2px dashed var(--accent);
      border-radius: var(--corner-large);
      background: color-mix(in srgb, var(--accent-soft), transparent 8%);
      pointer-events: none;
    }

    .drop span {
      padding: 0.75rem 1.25rem;
      border-radius: var(--corner-large);
      background: var(--paper-raised);
      box-shadow: 0 8px 28px var(--shadow);
      font-family: var(--typeface-reading);
      font-size: 1.375rem;
      text-align: center;
    }

    .shade {
      position: absolute;
      inset: 0;
      z-index: 3;
      width: 100%;
      background: var(--shade);
    }
  `,
];
