import { flow, flowInside, inlineOnly } from "./flow.ts";
import { hasContent, isBlank, part, type Part, type Piece } from "./part.ts";

const isCell = (piece: Piece): piece is Part =>
  typeof piece !== "string" && (piece.name === "td" || piece.name === "th");

/**
 * Orders what stands in a `table`: rows hold cells, sections hold rows, and what may not stand
 * there goes before the table, as browsers do it. A table that only lays out is taken apart.
 */
export function orderTable(pieces: readonly Piece[], attributes: Part["attributes"]): Piece[] {
  const stray: Piece[] = [];
  const captions: Part[] = [];
  const body: Part[] = [];
  const rows = gatherRows(pieces, stray, captions, body);
  if (rows.length > 0) body.push(part("tbody", rows));
  const table = part("table", [...captions.slice(0, 1), ...body], attributes);
  const before = flow(stray);
  if (!hasContent(table.children)) return before;
  return [...before, ...(isLayout(table) ? takeApart(table) : [table])];
}

/** Rows that stand in the table itself; whole sections go to `body`, in their order. */
function gatherRows(
  pieces: readonly Piece[],
  stray: Piece[],
  captions: Part[],
  body: Part[],
): Part[] {
  let rows: Part[] = [];
  let looseCells: Part[] = [];
  const endRow = (): void => {
    if (looseCells.length > 0) rows.push(part("tr", looseCells));
    looseCells = [];
  };
  for (const piece of pieces) {
    if (isBlank(piece)) continue;
    if (typeof piece === "string") {
      endRow();
      stray.push(piece);
      continue;
    }
    const { name } = piece;
    if (name === "td" || name === "th") {
      looseCells.push(piece);
      continue;
    }
    endRow();
    if (name === "tr") rows.push(piece);
    else if (name === "caption") captions.push(piece);
    else if (name === "thead" || name === "tbody" || name === "tfoot") {
      if (rows.length > 0) body.push(part("tbody", rows));
      rows = [];
      const inside = gatherRows(piece.children, stray, captions, body);
      if (inside.length > 0) body.push(part(name, inside, piece.attributes));
    } else stray.push(piece);
  }
  endRow();
  return rows;
}

/**
 * Parts what stands in a cell, row or section from what begins after it: their end tags may be
 * left out, and the parser does not know that all of these end them.
 */
export function endingAt(
  names: readonly string[],
  pieces: readonly Piece[],
): [inside: Piece[], after: Piece[]] {
  const end = pieces.findIndex((piece) => typeof piece !== "string" && names.includes(piece.name));
  return end === -1 ? [[...pieces], []] : [pieces.slice(0, end), pieces.slice(end)];
}

/** Cells of a row; anything else that stands in it becomes a cell. */
export function orderRow(pieces: readonly Piece[]): Part[] {
  const cells: Part[] = [];
  for (const piece of pieces) {
    if (isCell(piece)) cells.push(piece);
    else if (!isBlank(piece)) cells.push(part("td", flowInside([piece])));
  }
  return cells;
}

/** One cell a row and no headings: a frame around text, not a table. */
function isLayout(table: Part): boolean {
  return table.children.every(
    (section) =>
      typeof section !== "string" &&
      section.name === "tbody" &&
      section.children.every(
        (row) =>
          typeof row !== "string" &&
          row.children.length <= 1 &&
          row.children.every((cell) => isCell(cell) && cell.name === "td"),
      ),
  );
}

function takeApart(table: Part): Part[] {
  const cells = table.children.flatMap((section) =>
    typeof section === "string"
      ? []
      : section.children.flatMap((row) => (typeof row === "string" ? [] : row.children)),
  );
  return cells.flatMap((cell) => (typeof cell === "string" ? [] : flow(cell.children)));
}

/** Items of a list; anything else that stands in it becomes an item. */
export function orderList(pieces: readonly Piece[]): Part[] {
  const items: Part[] = [];
  for (const piece of pieces) {
    if (typeof piece !== "string" && piece.name === "li") items.push(piece);
    else if (hasContent([piece])) items.push(part("li", flowInside([piece])));
  }
  return items;
}

/** Terms and their explanations; anything else becomes an explanation. */
export function orderDefinitions(pieces: readonly Piece[]): Part[] {
  return pieces.flatMap((piece): Part[] => {
    if (typeof piece !== "string" && (piece.name === "dt" || piece.name === "dd")) return [piece];
    return hasContent([piece]) ? [part("dd", flowInside([piece]))] : [];
  });
}

/** The summary first, then what it hides. */
export function orderDetails(pieces: readonly Piece[]): Part[] {
  const isSummary = (piece: Piece): piece is Part =>
    typeof piece !== "string" && piece.name === "summary";
  const rest = flow(pieces.filter((piece) => !isSummary(piece)));
  const summary = pieces.find(isSummary);
  if (summary === undefined) return rest;
  return [part("details", [part("summary", inlineOnly(summary.children)), ...rest])];
}
