import { css } from "lit";

/** What stands in the place of a picture that is not on this disk, as large as it would be. */
export const pictureBox = css`
  .missing-picture {
    box-sizing: border-box;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 0.3rem;
    width: min(100%, max(var(--picture-width, 100%), 14rem));
    aspect-ratio: var(--picture-ratio, auto);
    margin: 0 auto;
    padding: 0.9rem 1.1rem;
    border: 1px dashed var(--hairline-strong);
    border-radius: 2px;
    font-family: var(--typeface-interface);
    font-size: calc(0.8125rem * (0.5 + 0.5 * var(--text-size)));
    line-height: 1.45;
    text-align: center;
    text-wrap: balance;
    color: var(--ink-soft);
    hyphens: manual;
  }

  .missing-picture small {
    font-size: inherit;
    color: var(--ink-faint);
  }
`;
