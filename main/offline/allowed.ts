/** What the text of a stored article may consist of. Data only; anything else is taken out. */

const none: readonly string[] = [];
const formula = [
  "accent",
  "accentunder",
  "columnspan",
  "depth",
  "display",
  "displaystyle",
  "fence",
  "form",
  "height",
  "largeop",
  "linethickness",
  "lspace",
  "mathvariant",
  "maxsize",
  "minsize",
  "movablelimits",
  "rowspan",
  "rspace",
  "scriptlevel",
  "separator",
  "stretchy",
  "symmetric",
  "voffset",
  "width",
] as const;

/** Attributes that every element may have. */
export const globalAttributes: readonly string[] = ["dir", "lang", "id"];

/** Elements of HTML and the attributes that each may have besides the global ones. */
export const htmlElements: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  abbr: ["title"],
  bdi: none,
  bdo: none,
  blockquote: none,
  br: none,
  caption: none,
  cite: none,
  code: none,
  dd: none,
  del: ["datetime"],
  details: none,
  dfn: none,
  div: none,
  dl: none,
  dt: none,
  em: none,
  figcaption: none,
  figure: none,
  h2: none,
  h3: none,
  h4: none,
  h5: none,
  h6: none,
  hr: none,
  img: ["alt", "data-picture"],
  ins: ["datetime"],
  kbd: none,
  li: ["value"],
  mark: none,
  ol: ["start", "reversed", "type"],
  p: ["data-embed"],
  pre: none,
  q: none,
  rp: none,
  rt: none,
  ruby: none,
  samp: none,
  small: none,
  span: none,
  strong: none,
  sub: none,
  summary: none,
  sup: none,
  table: none,
  tbody: none,
  td: ["colspan", "rowspan"],
  tfoot: none,
  th: ["colspan", "rowspan", "scope"],
  thead: none,
  time: ["datetime"],
  tr: none,
  ul: none,
  var: none,
  wbr: none,
};

/** Elements of MathML Core, without those that hold other languages or load something. */
export const formulaElements: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  (
    "math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms " +
    "mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover"
  )
    .split(" ")
    .map((name) => [name, formula]),
);
