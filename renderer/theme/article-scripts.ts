import { css } from "lit";

/** Scripts that have no italics, or are set to other lines and without hyphens. */
export const articleScripts = css`
  :host(:lang(ja)) .text,
  :host(:lang(zh)) .text,
  :host(:lang(ko)) .text {
    line-break: strict;
    line-height: 1.85;
    hyphens: manual;
    text-align: justify;
    text-spacing-trim: trim-start;
  }

  :host(:lang(ko)) .text {
    word-break: keep-all;
  }

  :host(:lang(ar)) .text,
  :host(:lang(fa)) .text,
  :host(:lang(ur)) .text {
    line-height: 1.95;
  }

  :host(:lang(hi)) .text,
  :host(:lang(bn)) .text,
  :host(:lang(ta)) .text {
    line-height: 1.75;
  }

  :host(:is(:lang(ja), :lang(zh), :lang(ko), :lang(ar), :lang(fa), :lang(ur), :lang(he)))
    :is(em, i, cite, dfn, address) {
    font-style: normal;
  }

  :host(:is(:lang(ja), :lang(zh), :lang(ko))) em {
    text-emphasis: filled dot;
    text-emphasis-position: under right;
  }
`;
