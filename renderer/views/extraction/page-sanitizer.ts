const plain =
  "p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table caption thead tbody " +
  "tfoot tr strong b em i u s sub sup small code kbd q cite mark br hr wbr";

/**
 * The engine's own cleaner for a publisher's page on which a block is chosen, for
 * `Element.setHTML`. The main process wrote that page from an allow-list of its own; neither knows
 * of the other. Nothing in it can load, run, lead anywhere or take the focus.
 */
export const pageSanitizer: Sanitizer = new Sanitizer({
  elements: [
    ...plain.split(" ").map((name) => ({ name, attributes: ["data-block"] })),
    { name: "div", attributes: ["data-block"] },
    { name: "span", attributes: ["data-block", "data-picture"] },
    ...["td", "th"].map((name) => ({ name, attributes: ["data-block", "colspan", "rowspan"] })),
  ],
  attributes: ["dir", "lang"],
  comments: false,
  dataAttributes: false,
} satisfies SanitizerConfig);
