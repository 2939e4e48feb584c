const mathematics = "http://www.w3.org/1998/Math/MathML";

/** Elements that an article's text may have, with the attributes of each besides the global ones. */
const elements: Readonly<Record<string, readonly string[]>> = {
  // Blocks
  p: ["data-embed"],
  div: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  blockquote: [],
  pre: [],
  hr: [],
  ul: [],
  ol: ["start", "reversed", "type"],
  li: ["value"],
  dl: [],
  dt: [],
  dd: [],
  figure: [],
  figcaption: [],
  details: [],
  summary: [],
  // Tables
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tfoot: [],
  tr: [],
  th: ["colspan", "rowspan", "scope"],
  td: ["colspan", "rowspan"],
  // Words
  a: ["href"],
  abbr: ["title"],
  bdi: [],
  bdo: [],
  br: [],
  cite: [],
  code: [],
  del: ["datetime"],
  dfn: [],
  em: [],
  ins: ["datetime"],
  kbd: [],
  mark: [],
  q: [],
  rp: [],
  rt: [],
  ruby: [],
  samp: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  sup: [],
  time: ["datetime"],
  var: [],
  wbr: [],
  // Without `src`: the window itself points it at a picture on this disk.
  img: ["alt", "data-picture"],
};

const formulaElements =
  "math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms " +
  "mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover";
const formulaAttributes =
  "accent accentunder columnspan depth display displaystyle fence form height largeop " +
  "linethickness lspace mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel " +
  "separator stretchy symmetric voffset width";

/** What `articleSanitizer` lets through, and nothing else. */
export const articleSanitizerConfiguration = {
  elements: [
    ...Object.entries(elements).map(([name, attributes]) => ({
      name,
      attributes: [...attributes],
    })),
    ...formulaElements.split(" ").map((name) => ({
      name,
      namespace: mathematics,
      attributes: formulaAttributes.split(" "),
    })),
  ],
  attributes: ["dir", "lang", "id"],
  comments: false,
  dataAttributes: false,
} satisfies SanitizerConfig;

/**
 * The engine's own cleaner for article HTML, for `Element.setHTML`: the second of two that know
 * nothing of each other. The first works when an article is stored; this one when it is shown.
 */
export const articleSanitizer: Sanitizer = new Sanitizer(articleSanitizerConfiguration);
