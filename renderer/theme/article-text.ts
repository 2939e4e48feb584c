import { css } from "lit";

/** The typography of an article's text, for whatever well-formed HTML a publisher writes. */
export const articleText = css`
  .text {
    font-family: var(--typeface-reading);
    font-size: var(--reading-size);
    font-optical-sizing: auto;
    line-height: 1.58;
    color: var(--ink);
    overflow-wrap: break-word;
    hyphens: auto;
    hanging-punctuation: first allow-end last;
    text-wrap: pretty;
    font-variant-numeric: oldstyle-nums proportional-nums;
  }

  .text > :first-child {
    margin-top: 0;
  }

  p,
  ul,
  ol,
  dl,
  blockquote,
  pre,
  figure,
  details,
  .table {
    margin: 0 0 1em;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 1.7em 0 0.5em;
    font-weight: 600;
    line-height: 1.22;
    text-wrap: balance;
    hyphens: manual;
  }

  h1,
  h2 {
    font-size: 1.32em;
  }

  h3 {
    font-size: 1.14em;
  }

  h4,
  h5,
  h6 {
    font-size: 1em;
  }

  a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, var(--accent), transparent 35%);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.17em;
  }

  a:hover {
    color: var(--accent);
    text-decoration-color: currentcolor;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  blockquote {
    padding-inline: 1.25em 0.5em;
    border-inline-start: 2px solid var(--hairline-strong);
    color: var(--ink-soft);
  }

  blockquote > :last-child,
  figure > :last-child,
  li > :last-child,
  details > :last-child {
    margin-bottom: 0;
  }

  ul,
  ol {
    padding-inline-start: 1.5em;
  }

  li {
    margin-bottom: 0.35em;
  }

  li::marker {
    color: var(--ink-faint);
  }

  dt {
    font-weight: 600;
  }

  dd {
    margin: 0 0 0.6em;
    margin-inline-start: 1.5em;
  }

  hr {
    width: 6em;
    margin: 2.2em auto;
    border: 0;
    border-top: 1px solid var(--hairline-strong);
  }

  img,
  video {
    display: block;
    max-width: 100%;
    height: auto;
    margin: 1.4em auto;
    border-radius: 2px;
    background: var(--paper-sunk);
  }

  p img[width="1"],
  img[height="1"] {
    display: none;
  }

  figure {
    margin-block: 1.6em;
  }

  figure img {
    margin-block: 0;
  }

  figcaption {
    margin-top: 0.55rem;
    font-family: var(--typeface-interface);
    font-size: calc(0.8125rem * (0.5 + 0.5 * var(--text-size)));
    line-height: 1.45;
    font-variant-numeric: normal;
    color: var(--ink-faint);
    hyphens: manual;
  }

  .missing-picture {
    margin-block: 1.4em;
  }

  figure .missing-picture {
    margin-block: 0;
  }

  [hidden] {
    display: none !important;
  }

  pre,
  code,
  kbd,
  samp {
    font-family: var(--typeface-code);
    font-size: 0.82em;
    hyphens: none;
    font-variant-numeric: normal;
  }

  pre {
    padding: 0.9em 1.1em;
    overflow-x: auto;
    background: var(--paper-sunk);
    border-radius: var(--corner-small);
    line-height: 1.5;
    tab-size: 2;
  }

  pre code {
    font-size: inherit;
  }

  :not(pre) > code {
    padding: 0.1em 0.3em;
    background: var(--paper-sunk);
    border-radius: 3px;
  }

  .table {
    overflow-x: auto;
  }

  table {
    border-collapse: collapse;
    min-width: 60%;
    font-family: var(--typeface-interface);
    font-size: 0.76em;
    line-height: 1.4;
    font-variant-numeric: tabular-nums lining-nums;
    hyphens: manual;
  }

  caption {
    padding-bottom: 0.5em;
    text-align: start;
    color: var(--ink-faint);
  }

  th,
  td {
    padding: 0.45em 0.9em 0.45em 0;
    border-bottom: 1px solid var(--hairline);
    text-align: start;
    vertical-align: top;
  }

  th {
    font-weight: 600;
    border-bottom-color: var(--hairline-strong);
  }

  sup,
  sub {
    font-size: 0.7em;
    line-height: 0;
  }

  mark {
    background: color-mix(in oklab, var(--warning), transparent 72%);
    color: inherit;
  }

  abbr[title] {
    text-decoration: underline dotted;
    text-underline-offset: 0.17em;
  }

  details {
    padding-block: 0.6em;
    border-block: 1px solid var(--hairline);
  }

  summary {
    font-weight: 600;
    cursor: default;
  }

  details[open] > summary {
    margin-bottom: 0.6em;
  }

  math {
    overflow-x: auto;
    max-width: 100%;
  }
`;
