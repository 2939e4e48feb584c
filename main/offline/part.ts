/** An element of the cleaned article. */
export interface Part {
  readonly name: string;
  attributes: Record<string, string>;
  children: Piece[];
  /** It is a block, or an inline element around blocks, so it must not stand in a paragraph. */
  readonly block: boolean;
}

export type Piece = string | Part;

const blockNames = new Set(
  (
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption table caption thead tbody tfoot tr " +
    "td th pre hr dl dt dd details summary"
  ).split(" "),
);

const dependentNames = new Set(
  "caption thead tbody tfoot tr td th li dt dd figcaption summary".split(" "),
);

/** True for what may only stand in a certain parent: a cell, an item, a caption … */
export function isDependent(piece: Piece): piece is Part {
  return typeof piece !== "string" && dependentNames.has(piece.name);
}

/** Makes an element of the cleaned article. */
export function part(
  name: string,
  children: Piece[] = [],
  attributes: Record<string, string> = {},
): Part {
  const block =
    blockNames.has(name) || children.some((child) => typeof child !== "string" && child.block);
  return { name, attributes, children, block };
}

/** Anything but white space and what takes no room, which fills paragraphs that are to look empty. */
const visible = /[^\s\u00ad\u200b-\u200d\u2060\ufeff]/;

/** True for text that nobody sees. */
function isUnseen(text: string): boolean {
  return !visible.test(text);
}

/** True for text of white space and for line breaks. */
export function isBlank(piece: Piece): boolean {
  return typeof piece === "string" ? isUnseen(piece) : piece.name === "br";
}

/** True when there is something to see: text, a picture, a rule, a place that is linked to. */
export function hasContent(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) =>
    typeof piece === "string"
      ? !isUnseen(piece)
      : piece.name === "img" ||
        piece.name === "hr" ||
        "id" in piece.attributes ||
        hasContent(piece.children),
  );
}

/** All text within, as it stands. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : textOf(piece.children)))
    .join("");
}
