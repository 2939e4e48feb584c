import { css } from "lit";

/** Buttons, fields and focus marks, shared by the shadow roots that have them. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    background: none;
    border: 0;
    margin: 0;
    padding: 0;
    cursor: default;
    -webkit-user-select: none;
    user-select: none;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4rem;
    min-height: 2rem;
    padding: 0.25rem 0.8rem;
    border: 1px solid var(--hairline-strong);
    border-radius: var(--corner);
    background: var(--paper-raised);
    color: var(--ink);
    font-weight: 500;
    white-space: nowrap;
  }

  .button:hover:not(:disabled) {
    border-color: var(--control-edge);
    background: color-mix(in oklab, var(--paper-raised), var(--ink) 4%);
  }

  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--ink-on-accent);
  }

  .button.primary:hover:not(:disabled) {
    background: var(--accent-strong);
    border-color: var(--accent-strong);
  }

  .button:disabled,
  .icon-button:disabled {
    opacity: 0.45;
  }

  .icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 2rem;
    height: 2rem;
    border-radius: var(--corner);
    color: var(--ink-soft);
  }

  .icon-button:hover:not(:disabled),
  .icon-button[aria-expanded="true"] {
    background: var(--hover);
    color: var(--ink);
  }

  .icon-button[aria-pressed="true"] {
    color: var(--accent);
  }

  .link-button {
    color: var(--accent);
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentcolor, transparent 55%);
    text-underline-offset: 0.2em;
  }

  .link-button:hover {
    color: var(--accent-strong);
    text-decoration-color: currentcolor;
  }

  input[type="text"],
  input[type="url"],
  input[type="password"],
  input[type="search"],
  input[type="number"],
  select {
    font: inherit;
    color: var(--ink);
    background: var(--paper-raised);
    border: 1px solid var(--control-edge);
    border-radius: var(--corner);
    min-height: 2rem;
    padding: 0.25rem 0.6rem;
    min-width: 0;
  }

  select {
    appearance: none;
    padding-inline-end: 1.6rem;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--ink-soft) 50%),
      linear-gradient(135deg, var(--ink-soft) 50%, transparent 50%);
    background-size: 5px 5px;
    background-position:
      right 0.8rem center,
      right calc(0.8rem - 5px) center;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
  }

  select:dir(rtl) {
    background-position:
      left calc(0.8rem - 5px) center,
      left 0.8rem center;
  }

  ::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .button,
    .icon-button {
      border: 1px solid ButtonBorder;
    }

    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
