/** JSON text → value, saving what can be saved of a document that was cut off. */

export interface JsonDocument {
  readonly value: unknown;
  readonly notes: readonly string[];
}

/** How many places are tried as the end of a document that was cut off. */
const maximumAttempts = 200;

/** Parses a document; null when nothing of it can be read. */
export function parseJson(text: string): JsonDocument | null {
  const value = tryParse(text);
  if (value !== undefined) return { value, notes: [] };
  const saved = parseCutOff(text);
  return saved === undefined
    ? null
    : { value: saved, notes: ["the document ends before it is complete"] };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Closes the document after its last complete object, walking backwards over the candidates. */
function parseCutOff(text: string): unknown {
  const ends = completeObjects(text);
  for (const { end, closing } of ends.slice(-maximumAttempts).reverse()) {
    const value = tryParse(text.slice(0, end) + closing);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Ends of objects directly inside the first list, and the brackets that are still open there. */
function completeObjects(text: string): { end: number; closing: string }[] {
  const found: { end: number; closing: string }[] = [];
  const open: string[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs;
  for (const match of text.matchAll(token)) {
    const bracket = match[0];
    if (bracket === "{") open.push("}");
    else if (bracket === "[") open.push("]");
    else if (bracket === "}" || bracket === "]") {
      open.pop();
      if (bracket === "}" && open.at(-1) === "]" && open.length <= 4) {
        found.push({ end: match.index + 1, closing: open.toReversed().join("") });
      }
    }
  }
  return found;
}
