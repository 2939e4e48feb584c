import type { Piece } from "./part.ts";

/** References such as `&#3` bring them in. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const unprintable = /[\0-\u0008\u000e-\u001f]/g;

/** What most lines have none of, and need not be looked through for twice. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const untidy = /[\0-\u001f]| {2}|[^\S ]/;

/**
 * Text of the article, blocks and lines parted by line feeds; labels of embedded things left out.
 * No block begins after so many characters as `limit`.
 */
export function toPlainText(pieces: readonly Piece[], limit = Infinity): string {
  const lines: string[] = [];
  let line = "";
  let length = 0;
  const endLine = (): void => {
    const clean = untidy.test(line) ? line.replace(unprintable, "").replace(/\s+/g, " ") : line;
    const tidy = clean.trim();
    if (tidy !== "") lines.push(tidy);
    length += tidy.length;
    line = "";
  };
  const walk = (inside: readonly Piece[], isPreformatted: boolean): void => {
    for (const piece of inside) {
      if (length > limit) return;
      if (typeof piece === "string") {
        const [first = "", ...rest] = isPreformatted ? piece.split("\n") : [piece];
        line += first;
        for (const next of rest) {
          endLine();
          line = next;
        }
      } else if (piece.name === "br") endLine();
      else if (piece.name === "td" || piece.name === "th") {
        line += " ";
        walk(piece.children, isPreformatted);
        line += " ";
      } else if (!("data-embed" in piece.attributes)) {
        if (piece.block) endLine();
        walk(piece.children, isPreformatted || piece.name === "pre");
        if (piece.block) endLine();
      }
    }
  };
  walk(pieces, false);
  endLine();
  return lines.join("\n");
}
