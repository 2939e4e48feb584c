/** JSON text → value, saving what can be saved of a document that was cut off. */

export interface JsonDocument {
  readonly value: unknown;
  readonly problems: readonly string[];
}

/** How many places are tried as the end of a document that was cut off. */
const maximumAttempts = 3;
/** Items stand no deeper than this: `{"rss": {"channel": {"item": [`. */
const maximumDepth = 4;

interface Ending {
  readonly end: number;
  /** What closes the brackets that are open there. */
  readonly closing: string;
}

/** Parses a document; null when nothing of it can be read. */
export function parseJson(text: string): JsonDocument | null {
  const value = tryParse(text);
  if (value !== undefined) return { value, problems: [] };
  const saved = parseCutOff(text);
  return saved === undefined
    ? null
    : { value: saved, problems: ["the document ends before it is complete"] };
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

/** Ends of objects directly inside a list near the top, and the brackets that are open there. */
function completeObjects(text: string): Ending[] {
  const found: Ending[] = [];
  const open: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      at = stringEnd(text, at);
      if (at === -1) break;
    } else if (character === "{") open.push("}");
    else if (character === "[") open.push("]");
    else if (character === "}" || character === "]") {
      open.pop();
      if (character === "}" && open.at(-1) === "]" && open.length <= maximumDepth) {
        found.push({ end: at + 1, closing: open.toReversed().join("") });
      }
    }
  }
  return found;
}

/** Position of the quote that closes the string opened at a position, or -1. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}
