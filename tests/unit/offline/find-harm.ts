import { Parser } from "htmlparser2";

/**
 * An allow-list written apart from the program's own, so that a mistake there does not hide here:
 * elements by name, attributes by name and shape of value.
 */
const elements = new Set(
  (
    "a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption " +
    "figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby samp small span strong " +
    "sub summary sup table tbody td tfoot th thead time tr ul var wbr " +
    "math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms " +
    "mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover"
  ).split(" "),
);
const plain = /^[\w .:+%-]{0,64}$/;
const attributes: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/[^\s/]|mailto:|#article-\d+$)/,
  "data-picture": /^\d{1,2}$/,
  "data-embed": /^[\w.:[\]-]+$/,
  id: /^article-\d+$/,
  alt: /^[^]*$/,
  title: /^[^]*$/,
};
const plainAttributes = new Set(
  (
    "dir lang datetime start reversed type value colspan rowspan scope " +
    "accent accentunder columnspan depth display displaystyle fence form height largeop " +
    "linethickness lspace mathvariant maxsize minsize movablelimits rspace scriptlevel separator " +
    "stretchy symmetric voffset width"
  ).split(" "),
);

/** What in a piece of HTML could run, load or leave the reading pane; empty when nothing can. */
export function findHarm(html: string): string[] {
  const harm: string[] = [];
  const parser = new Parser({
    onopentag(name, given) {
      if (!elements.has(name)) harm.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(given)) {
        const shape = attributes[attribute] ?? (plainAttributes.has(attribute) ? plain : undefined);
        if (shape?.test(value) !== true) harm.push(`<${name} ${attribute}="${value}">`);
      }
    },
    oncomment: (text) => harm.push(`<!--${text}-->`),
    onprocessinginstruction: (_name, text) => harm.push(`<${text}>`),
  });
  parser.end(html);
  return harm;
}
