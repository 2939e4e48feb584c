import { escapeAttribute, escapeText } from "entities";
import type { Piece } from "./part.ts";

const voidElements = new Set(["br", "hr", "img", "wbr"]);

/** Writes the cleaned article as HTML. */
export function serialise(pieces: readonly Piece[]): string {
  const written: string[] = [];
  write(pieces, written);
  return written.join("");
}

function write(pieces: readonly Piece[], written: string[]): void {
  for (const piece of pieces) {
    if (typeof piece === "string") {
      written.push(escapeText(piece));
      continue;
    }
    written.push("<", piece.name);
    for (const [name, value] of Object.entries(piece.attributes))
      written.push(" ", name, '="', escapeAttribute(value), '"');
    written.push(">");
    if (voidElements.has(piece.name)) continue;
    write(piece.children, written);
    written.push("</", piece.name, ">");
  }
}
