import { inspect } from "node:util";

/** Writes a line for whoever looks into a problem: what happened and why, never article text. */
export function log(message: string, cause?: unknown): void {
  const reason = cause === undefined ? "" : `: ${inspect(cause)}`;
  process.stderr.write(`[broadsheet] ${message}${reason}
`);
}
