import type { Piece } from "./part.ts";

/** References such as `&#3` bring them in. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const unprintable = /[\0-\u0008\u000e-\u001f]/g;

/** Text of the article, blocks and lines parted by line feeds; labels of embedded things left out. */
export function toPlainText(pieces: readonly Piece[]): string {
  const lines: string[] = [];
  let line = "";
  const endLine = (): void => {
    const tidy = line.replace(unprintable, "").replace(/\s+/g, " ").trim();
    if (tidy !== "") lines.push(tidy);
    line = "";
  };
  const walk = (inside: readonly Piece[], isPreformatted: boolean): void => {
    for (const piece of inside) {
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
