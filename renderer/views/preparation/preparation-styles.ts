import { css } from "lit";
import { formDialogStyles } from "../form-dialog-styles.ts";

/** How the parts of the dialog that prepares for offline look. */
export const preparationStyles = [
  formDialogStyles,
  css`
    :host {
      display: block;
      font-variant-numeric: tabular-nums;
    }

    select {
      width: 100%;
    }

    fieldset {
      display: grid;
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      margin-bottom: 0.2rem;
      padding: 0;
      color: var(--ink-soft);
    }

    .part {
      display: flex;
      align-items: center;
      gap: 0.6rem;
      min-height: 2.75rem;
      padding: 0.3rem 0;
      border-bottom: 1px solid var(--hairline);
    }

    .part input {
      flex: none;
      width: 1.05rem;
      height: 1.05rem;
      margin: 0;
    }

    .part > span {
      flex: 1;
    }

    .part small {
      margin: 0;
    }

    .part output {
      font-size: var(--text-small);
      color: var(--ink-faint);
    }

    /* Its place is kept whatever it says: nothing below it moves while one chooses. */
    .forecast {
      display: grid;
      align-content: start;
      gap: 0.15rem;
      min-height: 7rem;
      padding: 0.8rem 1rem;
      border-radius: var(--corner-large);
      background: var(--paper-list);
      line-height: 1.5;
    }

    .forecast strong {
      font-weight: 600;
      color: var(--ink);
    }

    .forecast .buttons {
      margin-top: 0.4rem;
    }

    .headline {
      font-family: var(--typeface-reading);
      font-size: 1.5rem;
      font-weight: 600;
      line-height: 1.25;
      color: var(--ink);
    }

    .state {
      min-height: 3em;
    }

    ul {
      margin: 0;
      padding: 0;
      list-style: none;
      border-top: 1px solid var(--hairline);
    }

    li {
      border-bottom: 1px solid var(--hairline);
    }

    li button {
      display: grid;
      width: 100%;
      gap: 0.1rem;
      padding: 0.5rem 0.4rem;
      border-radius: var(--corner-small);
      text-align: start;
      line-height: 1.4;
    }

    li button:hover {
      background: var(--hover);
    }

    li .name {
      font-family: var(--typeface-reading);
      font-weight: 600;
      overflow-wrap: anywhere;
    }

    li small {
      margin: 0;
    }
  `,
];
