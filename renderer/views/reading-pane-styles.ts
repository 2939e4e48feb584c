import { css } from "lit";
import { controls } from "../theme/controls.ts";
import { scrolling } from "../theme/scrolling.ts";

/** How the reading pane sets an article around its text. */
export const readingPaneStyles = [
  controls,
  scrolling,
  css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      background: var(--paper);
      min-width: 0;
    }

    .scrolls {
      grid-area: 2 / 1;
      outline: none;
      scrollbar-gutter: stable;
      overflow-x: hidden;
    }

    /* Above the text, which must not move when something is offered. */
    .offer {
      grid-area: 2 / 1;
      place-self: start center;
      z-index: 1;
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 0.1rem 0.6rem;
      max-width: calc(100% - 2rem);
      margin-top: 0.6rem;
      padding: 0.3rem 0.9rem;
      border: 1px solid var(--hairline-strong);
      border-radius: 1rem;
      background: var(--paper-raised);
      font-size: var(--text-small);
      line-height: 1.4;
      box-shadow: 0 2px 10px var(--shadow);
    }

    .offer:empty {
      display: contents;
    }

    .offer .link-button {
      font-weight: 500;
    }

    bs-empty-state {
      min-height: 100%;
      box-sizing: border-box;
    }

    article {
      font-family: var(--typeface-reading);
      font-size: var(--reading-size);
      max-width: var(--reading-measure);
      margin: 0 auto;
      padding: 2.5rem 2rem 5rem;
      box-sizing: content-box;
    }

    header {
      margin-bottom: 1.75rem;
    }

    .publisher,
    .byline,
    footer {
      font-family: var(--typeface-interface);
      font-size: var(--text-normal);
    }

    .publisher {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem;
      margin-bottom: 1.1rem;
      color: var(--ink-soft);
    }

    .publisher bs-feed-icon {
      --feed-icon-size: 1.375rem;
    }

    .name {
      font-weight: 600;
      color: var(--ink);
    }

    .section::before {
      content: "";
      display: inline-block;
      width: 1px;
      height: 0.8em;
      margin-inline-end: 0.5rem;
      background: var(--hairline-strong);
      vertical-align: -0.05em;
    }

    .section {
      color: var(--accent);
      font-weight: 500;
    }

    h1 {
      margin: 0;
      font-size: clamp(1.65em, 1.15em + 1.6cqi, 2.2em);
      font-weight: 650;
      line-height: 1.13;
      letter-spacing: -0.012em;
      text-wrap: balance;
      overflow-wrap: break-word;
    }

    article:lang(ja) h1,
    article:lang(zh) h1,
    article:lang(ko) h1,
    article:lang(ar) h1,
    article:lang(fa) h1 {
      line-height: 1.35;
      letter-spacing: 0;
    }

    .standfirst {
      margin: 0.9rem 0 0;
      font-size: 1.12em;
      line-height: 1.42;
      color: var(--ink-soft);
      text-wrap: pretty;
    }

    .byline {
      display: flex;
      flex-wrap: wrap;
      gap: 0.15rem 1rem;
      margin-top: 1.25rem;
      padding-top: 0.75rem;
      border-top: 1px solid var(--hairline);
      color: var(--ink-faint);
    }

    /* The interface's words keep their order; they stand where the article's begin. */
    .byline > * {
      direction: ltr;
      unicode-bidi: isolate;
    }

    .byline:dir(rtl) > * {
      justify-content: end;
      text-align: right;
    }

    .author {
      flex-basis: 100%;
      font-weight: 500;
      color: var(--ink-soft);
    }

    footer {
      margin-top: 2.75rem;
      padding-top: 1.25rem;
      border-top: 1px solid var(--hairline);
      color: var(--ink-faint);
    }

    footer h2 {
      margin: 0 0 0.5rem;
      font-size: var(--text-normal);
      font-weight: 600;
      color: var(--ink);
    }

    footer ul {
      list-style: none;
      margin: 0 0 1.25rem;
      padding: 0;
    }

    .own {
      display: grid;
      gap: 0.6rem;
      margin-block-start: 1rem;
      padding: 0.75rem 1rem;
      border-inline-start: 3px solid var(--accent);
      background: var(--paper-raised);
      font-family: var(--typeface-interface);
      font-size: var(--text-normal);
      color: var(--ink-soft);
    }

    .own .tags,
    .own p {
      margin: 0;
      padding: 0;
    }

    .note {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }

    .tags {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem;
      list-style: none;
    }

    .tags button {
      padding: 0.125rem 0.55rem;
      border: 1px solid var(--hairline-strong);
      border-radius: 1rem;
      font-size: var(--text-small);
      color: var(--ink-soft);
    }

    .tags button:hover {
      border-color: var(--control-edge);
      color: var(--ink);
    }

    .offline {
      display: flex;
      align-items: baseline;
      gap: 0.45rem;
      margin: 0 0 1.25rem;
      line-height: 1.45;
      --icon-size: 0.875rem;
    }

    .byline bs-text-source {
      flex-basis: 100%;
    }

    .byline .offline {
      flex-basis: 100%;
      margin: 0.25rem 0 0;
    }

    bs-marked-text {
      display: block;
      position: relative;
    }

    .lost {
      display: flex;
      align-items: start;
      gap: 0.6rem;
      margin: 1.5rem 0;
      line-height: 1.5;
      color: var(--warning);
    }

    .lost bs-icon {
      margin-top: 0.15rem;
    }

    .offline bs-icon {
      position: relative;
      top: 0.1rem;
    }

    @container (width < 30rem) {
      article {
        padding: 1.5rem 1.125rem 4rem;
      }
    }
  `,
];
