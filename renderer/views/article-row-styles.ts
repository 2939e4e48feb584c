import { css } from "lit";
import { controls } from "../theme/controls.ts";

/** Heights of a row, in CSS pixels at the usual root size, by density. */
export const rowHeights = { compact: 36, comfortable: 128 } as const;

/** How a row of the list looks. */
export const articleRowStyles = [
  controls,
  css`
    .row {
      position: relative;
      display: flex;
      gap: 0.875rem;
      height: 100%;
      padding: 0.75rem 1rem 0;
      padding-inline-start: 1.5rem;
      cursor: default;
    }

    .row::after {
      content: "";
      position: absolute;
      inset: auto 1rem 0;
      inset-inline-start: 1.5rem;
      height: 1px;
      background: var(--hairline);
    }

    .row:hover {
      background: var(--hover);
    }

    .row.selected {
      background: var(--selection);
    }

    .row.selected::before {
      content: "";
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      width: 3px;
      background: var(--accent);
    }

    .dot {
      position: absolute;
      inset-inline-start: 0.625rem;
      top: 1.05rem;
      width: 7px;
      height: 7px;
      border-radius: 50%;
      background: var(--accent);
    }

    .words {
      flex: 1;
      min-width: 0;
    }

    .meta {
      display: flex;
      align-items: center;
      gap: 0.4rem;
      height: 1.125rem;
      margin-bottom: 0.3rem;
      font-size: var(--text-small);
      color: var(--ink-faint);
      white-space: nowrap;
    }

    .meta bs-feed-icon {
      --feed-icon-size: 0.95rem;
    }

    .source {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      font-weight: 500;
      color: var(--ink-soft);
    }

    .marks {
      display: inline-flex;
      gap: 0.3rem;
      margin-inline-start: auto;
      color: var(--ink-faint);
      --icon-size: 0.8125rem;
    }

    .bookmark {
      color: var(--accent);
    }

    time {
      flex: none;
      font-variant-numeric: tabular-nums;
    }

    mark {
      background: var(--found);
      color: var(--ink);
      border-radius: 2px;
    }

    .headline {
      font-family: var(--typeface-reading);
      font-size: 1.0625rem;
      font-weight: 600;
      line-height: 1.3125rem;
      color: var(--ink);
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      overflow-wrap: break-word;
    }

    .read .headline {
      font-weight: 450;
      color: var(--ink-soft);
    }

    .excerpt {
      margin-top: 0.25rem;
      font-size: var(--text-normal);
      line-height: 1.125rem;
      color: var(--ink-faint);
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      max-height: 2.25rem;
      overflow: hidden;
      overflow-wrap: break-word;
    }

    .thumbnail {
      flex: none;
      width: 84px;
      height: 84px;
      margin-top: 0.125rem;
      object-fit: cover;
      border-radius: var(--corner-small);
      background: var(--paper-sunk);
    }

    .read:not(.selected) .thumbnail {
      opacity: 0.75;
    }

    .compact {
      align-items: center;
      gap: 0.5rem;
      padding-block: 0;
      font-size: var(--text-small);
      color: var(--ink-faint);
    }

    .compact .dot {
      top: calc(50% - 3.5px);
    }

    .compact .headline {
      flex: 1;
      display: block;
      font-size: 0.9375rem;
      white-space: nowrap;
      text-overflow: ellipsis;
    }

    .gone {
      align-items: center;
      padding-block: 0;
      color: var(--ink-faint);
      font-style: italic;
    }

    .skeleton i {
      display: block;
      height: 0.7rem;
      width: 35%;
      margin: 0.2rem 0 0.7rem;
      border-radius: 3px;
      background: var(--paper-sunk);
    }

    .skeleton i:nth-child(2) {
      width: 85%;
    }

    .skeleton i:nth-child(3) {
      width: 60%;
    }

    .skeleton.compact i:first-child {
      display: none;
    }

    @media (forced-colors: active) {
      .dot {
        background: Highlight;
      }

      .row.selected {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
  `,
];
