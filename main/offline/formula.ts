import { formulaElements } from "./allowed.ts";
import type { SourceElement } from "./parse-markup.ts";
import { part, type Piece } from "./part.ts";

/** Keeps a formula: MathML Core, text, and attributes with plain values. */
export function rewriteFormula(element: SourceElement): Piece[] {
  const allowed = formulaElements[element.name];
  // The TeX source of a formula stands beside it in `annotation`; it would be read twice.
  if (element.name.startsWith("annotation")) return [];
  const children = element.children.flatMap((child) =>
    typeof child === "string" ? [child.replace(/\s+/g, " ")] : rewriteFormula(child),
  );
  if (allowed === undefined) return children;
  const attributes = Object.entries(element.attributes).filter(
    ([name, value]) =>
      (allowed.includes(name) || name === "dir") && /^[\w .%+-]{1,40}$/.test(value),
  );
  return [part(element.name, children, Object.fromEntries(attributes))];
}
