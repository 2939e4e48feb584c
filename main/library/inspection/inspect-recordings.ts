import { join } from "node:path";
import { recordingName } from "../../../preload/contract/contract.ts";
import type { Disk } from "../files/disk.ts";
import { parseLines } from "../files/journal.ts";
import { entriesOf, recordingsDocument } from "../recordings/recordings-document.ts";
import { countOf, type Findings } from "./findings.ts";
import { readChecked } from "./inspect-documents.ts";
import { hashOf } from "./inspect-pictures.ts";

/**
 * Looks at kept sounds and films: missing, empty, not what their names say. Returns how many there
 * are; whether their list itself is whole is told with the other documents.
 */
export async function inspectRecordings(
  disk: Disk,
  library: string,
  isDeep: boolean,
  findings: Findings,
): Promise<number> {
  const folder = join(library, "recordings");
  const present = new Set<string>();
  let [count, damaged] = [0, 0];
  for (const part of await disk.list(folder)) {
    if (part === "parts") continue;
    for (const file of await disk.list(join(folder, part))) {
      const name = recordingName.safeParse(file).data;
      if (!name?.startsWith(part)) {
        findings.notice(`recordings/${part}/${file} does not belong there.`);
        continue;
      }
      count++;
      const path = join(folder, part, file);
      const size = (await disk.look(path))?.size ?? 0;
      present.add(name);
      if (size === 0 || (isDeep && !name.startsWith(`${await hashOf(disk, path)}.`))) damaged++;
    }
  }
  const named = await namedRecordings(disk, library);
  const missing = named.filter((name) => !present.has(name)).length;
  if (damaged > 0)
    findings.damaged(
      `${countOf(damaged, "kept sound or film", "kept sounds or films")} are damaged.`,
    );
  if (missing > 0)
    findings.damaged(
      `${countOf(missing, "kept sound or film", "kept sounds or films")} are missing.`,
    );
  return count;
}

/** File names in the newest good snapshot and the journals from there on. */
async function namedRecordings(disk: Disk, library: string): Promise<string[]> {
  const names = await disk.list(library);
  const generations = (extension: "json" | "log"): number[] =>
    names
      .map((name) => /^recordings\.(\d{1,9})\.(json|log)$/.exec(name))
      .filter((match) => match?.[2] === extension)
      .map((match) => Number(match?.[1]))
      .sort((a, b) => a - b);
  let document = recordingsDocument.empty();
  let base = 0;
  for (const generation of generations("json").reverse()) {
    const value = await readChecked(disk, join(library, `recordings.${generation}.json`));
    const decoded = decode(value);
    if (decoded === null) continue;
    [document, base] = [decoded, generation];
    break;
  }
  for (const generation of generations("log").filter((number) => number >= base)) {
    const bytes = await disk.read(join(library, `recordings.${generation}.log`));
    for (const { value } of bytes === null ? [] : (await parseLines(bytes)).lines) {
      const op = recordingsDocument.decodeOp(value);
      if (op !== null) recordingsDocument.reduce(document, op);
    }
  }
  return [...new Set([...entriesOf(document)].flatMap(({ file }) => file ?? []))];
}

function decode(value: unknown): ReturnType<typeof recordingsDocument.decode> {
  try {
    return value === undefined || value === null ? null : recordingsDocument.decode(value);
  } catch {
    return null;
  }
}
