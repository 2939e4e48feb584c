import { css } from "lit";

/** Thin scroll bars in the paper's own tone, for every element that scrolls. */
export const scrolling = css`
  .scrolls {
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--hairline-strong) transparent;
  }

  .scrolls:focus-visible {
    outline: none;
    box-shadow: inset 0 2px 0 var(--accent);
  }
`;
