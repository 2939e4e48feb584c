import { css, unsafeCSS, type CSSResult } from "lit";
import { hues } from "./monogram.ts";

/** Hues around the circle, in degrees; those that are told apart least stand furthest apart here. */
const degrees = [40, 20, 75, 110, 145, 180, 215, 250, 290, 340];

const hueRules = Array.from(
  { length: hues },
  (_, number) => `.hue-${number} { --hue: ${degrees[number] ?? 0}; }`,
).join("\n");

/** How a title's icon looks: every kind in the same box, so that nothing jumps. */
export const feedIconStyles: CSSResult = css`
  :host {
    display: inline-block;
    flex: none;
  }

  .box {
    position: relative;
    display: grid;
    place-items: center;
    box-sizing: border-box;
    width: var(--feed-icon-size, 1.125rem);
    height: var(--feed-icon-size, 1.125rem);
    overflow: clip;
    container-type: size;
    border-radius: 22%;
    -webkit-user-select: none;
    user-select: none;
  }

  ${unsafeCSS(hueRules)}

  .monogram {
    background: light-dark(oklch(0.88 0.045 var(--hue)), oklch(0.36 0.05 var(--hue)));
    color: light-dark(oklch(0.36 0.07 var(--hue)), oklch(0.9 0.04 var(--hue)));
    font-weight: 650;
    line-height: 1;
  }

  .letters {
    font-size: 60cqh;
    letter-spacing: -0.02em;
  }

  .two .letters {
    font-size: 46cqh;
  }

  /* Two letters that small are a smudge; the first one alone can be read. */
  @container (max-width: 20px) {
    .two .letters {
      font-size: 60cqh;
    }

    .second {
      display: none;
    }
  }

  picture {
    display: contents;
  }

  img {
    display: block;
    box-sizing: border-box;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }

  .loading img {
    visibility: hidden;
  }

  /* A hairline, so that a white square is one on white paper, too. */
  .tile::after {
    content: "";
    position: absolute;
    inset: 0;
    border-radius: inherit;
    box-shadow: inset 0 0 0 1px light-dark(rgb(40 30 10 / 14%), rgb(255 250 240 / 16%));
  }

  /* What would vanish on the paper stands on a plate. */
  .dark-glyph {
    background: light-dark(transparent, #e4dfd5);
  }

  .light-glyph {
    background: light-dark(#57514a, transparent);
  }

  .dark-glyph img,
  .light-glyph img {
    padding: 9%;
  }

  @media (forced-colors: active) {
    .monogram {
      border: 1px solid;
    }
  }
`;
