import { css } from "lit";

/**
 * Stands where a page shows a film or a post of another site: the way to it, with the still picture
 * where there is one, and the name of the site that it leads to.
 */
export const articleEmbeds = css`
  p[data-embed] {
    position: relative;
    padding: 0.85rem 1.1rem 0.85rem 4rem;
    padding-inline: 4rem 1.1rem;
    border: 1px solid var(--hairline-strong);
    border-radius: var(--corner);
    background: var(--paper-raised);
    font-family: var(--typeface-interface);
    font-size: calc(0.875rem * (0.5 + 0.5 * var(--text-size)));
    font-variant-numeric: normal;
    line-height: 1.45;
    hyphens: manual;
    overflow-wrap: anywhere;
  }

  p[data-embed]:hover {
    border-color: var(--control-edge);
  }

  p[data-embed] a {
    font-weight: 600;
    color: var(--ink);
    text-decoration: none;
  }

  /* All of the card is the link. */
  p[data-embed] a::after {
    content: "";
    position: absolute;
    inset: 0;
  }

  p[data-embed] a:hover {
    color: var(--accent);
  }

  p[data-embed]::before,
  p[data-embed] a::before {
    content: "";
    position: absolute;
    inset-inline-start: 1.1rem;
    bottom: 0.9rem;
    width: 2rem;
    height: 2rem;
  }

  p[data-embed]::before {
    border-radius: 50%;
    background: var(--paper-sunk);
  }

  /* A triangle, as on every player. */
  p[data-embed] a::before {
    background: var(--accent);
    clip-path: polygon(40% 32%, 40% 68%, 70% 50%);
  }

  p[data-embed]::after {
    content: attr(data-embed);
    display: block;
    color: var(--ink-faint);
  }

  p[data-embed] img {
    width: 100%;
    margin: 0 0 0.85rem;
    margin-inline-start: -2.9rem;
    width: calc(100% + 2.9rem);
    max-width: none;
  }
`;
