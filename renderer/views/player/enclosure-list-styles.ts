import { css } from "lit";
import { controls } from "../../theme/controls.ts";

/** How what came with an article is set. */
export const enclosureListStyles = [
  controls,
  css`
    :host {
      display: block;
    }

    h2 {
      margin: 0 0 0.35rem;
      font-size: var(--text-small);
      font-weight: 600;
      color: var(--ink-faint);
    }

    ul {
      margin: 0;
      margin-bottom: 1rem;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.35rem 0.75rem;
      padding: 0.5rem 0;
      border-top: 1px solid var(--hairline);
    }

    li > bs-icon {
      color: var(--ink-faint);
    }

    .what {
      display: flex;
      flex: 1 1 14rem;
      flex-direction: column;
      align-items: start;
      min-width: 0;
      line-height: 1.45;
    }

    .name {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .facts,
    .state {
      font-size: var(--text-small);
      color: var(--ink-faint);
      font-variant-numeric: tabular-nums;
    }

    .state:empty {
      display: none;
    }

    progress {
      width: min(16rem, 100%);
      height: 4px;
      margin-top: 0.25rem;
      accent-color: var(--accent);
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.35rem 0.9rem;
    }

    .acts bs-icon {
      --icon-size: 0.9375rem;
    }
  `,
];
