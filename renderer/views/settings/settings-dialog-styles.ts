import { css } from "lit";
import { controls } from "../../theme/controls.ts";
import { scrolling } from "../../theme/scrolling.ts";

/** How the settings are laid out: sections beside their settings, above them where it is narrow. */
export const settingsDialogStyles = [
  controls,
  scrolling,
  css`
    bs-dialog {
      --dialog-width: 50rem;
      --dialog-height: 42rem;
    }

    .frame {
      display: grid;
      grid-template-columns: 13rem minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr);
      min-height: 0;
      border-top: 1px solid var(--hairline);
    }

    .side {
      padding: 0.9rem 0.75rem;
      border-inline-end: 1px solid var(--hairline);
      background: var(--paper-list);
    }

    input[type="search"] {
      width: 100%;
      margin-bottom: 0.75rem;
    }

    nav {
      display: grid;
      gap: 0.125rem;
    }

    nav button {
      min-height: 2rem;
      padding: 0.2rem 0.6rem;
      border-radius: var(--corner);
      text-align: start;
      color: var(--ink-soft);
    }

    nav button:hover {
      background: var(--hover);
      color: var(--ink);
    }

    nav button[aria-current="true"] {
      background: var(--selection);
      color: var(--ink);
      font-weight: 600;
    }

    .scrolls {
      padding: 0.25rem 1.5rem 1.5rem;
    }

    h3 {
      margin: 0.9rem 0 0;
      padding-bottom: 0.4rem;
      border-bottom: 1px solid var(--hairline-strong);
      font-size: var(--text-small);
      font-weight: 600;
      color: var(--ink-faint);
    }

    section + section h3 {
      margin-top: 1.75rem;
    }

    bs-empty-state {
      margin-top: 3rem;
    }

    @media (width < 720px) {
      .frame {
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: auto minmax(0, 1fr);
      }

      .side {
        padding: 0.6rem 1rem;
        border-inline-end: 0;
        border-bottom: 1px solid var(--hairline);
      }

      input[type="search"] {
        margin-bottom: 0.5rem;
      }

      nav {
        display: flex;
        flex-wrap: wrap;
      }

      .scrolls {
        padding: 0 1rem 1rem;
      }
    }
  `,
];
