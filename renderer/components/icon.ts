import { css, LitElement, svg, type SVGTemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { iconShapes, type IconName, type IconShape } from "./icons.ts";

/**
 * An icon, drawn in the text colour and hidden from screen readers: what it says is said in words
 * by the control it stands in.
 */
@customElement("bs-icon")
export class Icon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
    }

    svg {
      width: var(--icon-size, 1.125rem);
      height: var(--icon-size, 1.125rem);
      fill: none;
      stroke: currentcolor;
      stroke-width: 1.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    :host([filled]) svg {
      fill: currentcolor;
    }
  `;

  @property() name: IconName = "circle";

  /** Fills the shape, as for a bookmark that is set. */
  @property({ type: Boolean, reflect: true }) filled = false;

  override render(): SVGTemplateResult {
    return svg`<svg viewBox="0 0 24 24" aria-hidden="true">${iconShapes(this.name).map(drawShape)}</svg>`;
  }
}

function drawShape({ element, attributes }: IconShape): SVGTemplateResult {
  const of = (key: string): string | undefined => attributes[key];
  switch (element) {
    case "circle":
      return svg`<circle cx=${of("cx")} cy=${of("cy")} r=${of("r")} />`;
    case "rect":
      return svg`<rect x=${of("x")} y=${of("y")} width=${of("width")} height=${of("height")} rx=${of("rx")} />`;
    case "line":
      return svg`<line x1=${of("x1")} y1=${of("y1")} x2=${of("x2")} y2=${of("y2")} />`;
    default:
      return svg`<path d=${of("d")} />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bs-icon": Icon;
  }
}
