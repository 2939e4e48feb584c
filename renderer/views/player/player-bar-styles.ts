import { css } from "lit";
import { controls } from "../../theme/controls.ts";

/** How the player is set: in one line, in two where the window is narrow. */
export const playerBarStyles = [
  controls,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }

    section {
      border-top: 1px solid var(--hairline-strong);
      background: var(--paper-raised);
    }

    .bar {
      display: flex;
      align-items: center;
      gap: 0.5rem 1rem;
      padding: 0.4rem 0.75rem;
    }

    .buttons,
    .more {
      display: flex;
      align-items: center;
      gap: 0.25rem;
      flex: none;
    }

    .more {
      gap: 0.6rem;
    }

    .play {
      width: 2.375rem;
      height: 2.375rem;
      border-radius: 50%;
      background: var(--accent);
      color: var(--ink-on-accent);
    }

    .play:hover:not(:disabled) {
      background: var(--accent-strong);
      color: var(--ink-on-accent);
    }

    .skip {
      position: relative;
    }

    .skip bs-icon {
      --icon-size: 1.375rem;
    }

    .skip span {
      position: absolute;
      inset: 0;
      display: grid;
      place-items: center;
      padding-top: 1px;
      font-size: 0.5rem;
      font-weight: 600;
    }

    .title {
      display: flex;
      flex: 0 1 18rem;
      flex-direction: column;
      min-width: 6rem;
      padding: 0.15rem 0.3rem;
      border-radius: var(--corner);
      line-height: 1.35;
      text-align: start;
    }

    .title:hover {
      background: var(--hover);
    }

    .title span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .headline {
      font-family: var(--typeface-reading);
      font-size: var(--text-large);
    }

    .feed {
      font-size: var(--text-small);
      color: var(--ink-faint);
    }

    .position {
      display: flex;
      flex: 1 1 12rem;
      align-items: center;
      gap: 0.6rem;
      min-width: 9rem;
      font-size: var(--text-small);
      font-variant-numeric: tabular-nums;
      color: var(--ink-soft);
    }

    input[type="range"] {
      flex: 1;
      min-width: 0;
      height: 1.5rem;
      margin: 0;
      accent-color: var(--accent);
    }

    .failed {
      flex: 1;
      color: var(--warning);
    }

    .volume {
      display: flex;
      align-items: center;
      gap: 0.35rem;
      width: 7rem;
      color: var(--ink-soft);
    }

    .stage {
      position: relative;
      display: grid;
      place-items: center;
      background: #000;
    }

    .stage video {
      display: block;
      width: 100%;
      height: min(40vh, 56cqi);
    }

    .stage .icon-button {
      position: absolute;
      inset-block-end: 0.5rem;
      inset-inline-end: 0.5rem;
      background: rgb(0 0 0 / 55%);
      color: #fff;
    }

    @container (width < 46rem) {
      .bar {
        flex-wrap: wrap;
      }

      .title {
        flex: 1 1 8rem;
      }

      .position {
        order: 4;
        flex-basis: 100%;
      }

      .volume {
        display: none;
      }
    }
  `,
];
