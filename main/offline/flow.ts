import { hasContent, isBlank, isDependent, part, type Part, type Piece } from "./part.ts";

/**
 * Orders mixed content into blocks: inline runs become paragraphs, two line breaks in a row
 * part paragraphs, a paragraph of nothing but pictures becomes a figure, empty ones go.
 */
export function flow(pieces: readonly Piece[]): Part[] {
  const blocks: Part[] = [];
  let run: Piece[] = [];
  const flush = (): void => {
    const trimmed = trim(run);
    if (hasContent(trimmed)) blocks.push(part(isPictures(trimmed) ? "figure" : "p", trimmed));
    run = [];
  };
  for (const group of splitAtBreaks(pieces)) {
    for (const piece of group) {
      if (typeof piece !== "string" && piece.block) {
        flush();
        // A cell or item that lost its table or list is only what it holds.
        if (isDependent(piece)) blocks.push(...flow(piece.children));
        else blocks.push(piece);
      } else run.push(piece);
    }
    flush();
  }
  return blocks;
}

/** Content of a list item or table cell: inline where it is one paragraph, else blocks. */
export function flowInside(pieces: readonly Piece[]): Piece[] {
  const isInline = !pieces.some((piece) => typeof piece !== "string" && piece.block);
  if (isInline && splitAtBreaks(pieces).length < 2) return trim(pieces);
  const blocks = flow(pieces);
  const [only] = blocks;
  const isPlain =
    blocks.length === 1 && only?.name === "p" && Object.keys(only.attributes).length === 0;
  return isPlain ? only.children : blocks;
}

/** Content of a heading or caption, where no paragraph may stand. */
export function inlineOnly(pieces: readonly Piece[]): Piece[] {
  const lifted = pieces.flatMap((piece): Piece[] => {
    if (typeof piece === "string" || !piece.block) return [piece];
    if (piece.name === "hr") return [" "];
    return [" ", ...inlineOnly(piece.children), " "];
  });
  return trim(lifted);
}

/** Without white space and line breaks at both ends. */
export function trim(pieces: readonly Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => !isBlank(piece));
  if (first === -1) return [];
  const trimmed = pieces.slice(first, pieces.findLastIndex((piece) => !isBlank(piece)) + 1);
  const [start] = trimmed;
  if (typeof start === "string") trimmed[0] = start.trimStart();
  const end = trimmed.at(-1);
  if (typeof end === "string") trimmed[trimmed.length - 1] = end.trimEnd();
  return trimmed;
}

/** Parts a run wherever two or more line breaks stand with nothing between them. */
function splitAtBreaks(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [[]];
  let gap: Piece[] = [];
  const isParting = (): boolean => gap.filter((piece) => typeof piece !== "string").length > 1;
  for (const piece of pieces) {
    if (isBlank(piece)) {
      gap.push(piece);
      continue;
    }
    const current = groups.at(-1) ?? [];
    if (isParting() && current.length > 0) groups.push([piece]);
    else current.push(...gap, piece);
    gap = [];
  }
  if (!isParting()) groups.at(-1)?.push(...gap);
  return groups;
}

function isPictures(pieces: readonly Piece[]): boolean {
  return pieces.every(
    (piece) =>
      isBlank(piece) ||
      (typeof piece !== "string" &&
        (piece.name === "img" ||
          (piece.name === "a" && piece.children.length > 0 && isPictures(piece.children)))),
  );
}
