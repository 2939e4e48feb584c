import { join } from "node:path";
import { unwrapChecked } from "../files/checksum.ts";
import type { Disk } from "../files/disk.ts";
import { parseLines, type JournalLine } from "../files/journal.ts";
import { sourcesDocument, type SourcesDocument } from "../sources.ts";
import { statusesDocument, type Statuses } from "../statuses.ts";
import { countOf, type Findings } from "./findings.ts";

/** A checked file's value; undefined when there is no file, null when it is damaged. */
export async function readChecked(disk: Disk, path: string): Promise<unknown> {
  const bytes = await disk.read(path);
  if (bytes === null) return undefined;
  const data = unwrapChecked(bytes);
  try {
    return data === null ? null : JSON.parse(data.toString("utf8"));
  } catch {
    return null;
  }
}

/** Titles and settings, from `library.json` or the copy before it. */
export async function inspectSources(
  disk: Disk,
  library: string,
  findings: Findings,
): Promise<SourcesDocument | null> {
  const read = async (name: string) => {
    const value = await readChecked(disk, join(library, name));
    if (value === undefined) return undefined;
    return sourcesDocument.safeParse(value).data ?? null;
  };
  const [current, previous] = [await read("library.json"), await read("library.previous.json")];
  if (previous === null)
    findings.damaged("library.previous.json, the copy of your titles before the last, is damaged.");
  if (current !== undefined && current !== null) return current;
  if (current === undefined && previous === undefined) {
    findings.notice("library.json is not there: no titles are followed.");
    return null;
  }
  const state = current === null ? "damaged" : "missing";
  findings.damaged(
    previous === undefined || previous === null
      ? `library.json is ${state}, and there is no good copy of it: titles and settings are lost.`
      : `library.json is ${state}; the copy before it is good and will be used.`,
  );
  return previous ?? null;
}

/** A journal's lines, and what is wrong with them. */
export async function inspectJournal(
  disk: Disk,
  path: string,
  name: string,
  findings: Findings,
): Promise<JournalLine[]> {
  const bytes = await disk.read(path);
  if (bytes === null) return [];
  const { lines, badBytes, tornBytes } = await parseLines(bytes);
  if (badBytes > 0)
    findings.damaged(
      `${name} has ${countOf(badBytes, "damaged byte")}; ${countOf(lines.length, "line")} are good.`,
    );
  if (tornBytes > 0)
    findings.notice(
      `${name} ends in the middle of a line: it was being written, or a crash came in between.`,
    );
  return lines;
}

const generationPattern = /^([a-z-]+)\.(\d{1,9})\.(json|log)$/;

/** Snapshots and journals such as `statuses.3.json` and `statuses.3.log`; returns the read marks. */
export async function inspectGenerations(
  disk: Disk,
  library: string,
  findings: Findings,
): Promise<Statuses> {
  const families = new Map<string, { json: number[]; log: number[] }>();
  for (const name of await disk.list(library)) {
    const match = generationPattern.exec(name);
    if (match === null) continue;
    const family = families.get(match[1] ?? "") ?? { json: [], log: [] };
    family[match[3] === "json" ? "json" : "log"].push(Number(match[2]));
    families.set(match[1] ?? "", family);
  }
  const statuses = statusesDocument.empty();
  for (const [name, { json, log }] of families) {
    const base = await newestGood(disk, join(library, name), name, json, findings);
    if (name === "statuses" && base.value !== undefined) take(statuses, base.value, findings);
    for (const generation of log.sort((a, b) => a - b)) {
      const file = `${name}.${generation}.log`;
      const lines = await inspectJournal(disk, join(library, file), file, findings);
      if (name === "statuses" && generation >= base.generation) replay(statuses, lines);
    }
  }
  return statuses;
}

async function newestGood(
  disk: Disk,
  path: string,
  name: string,
  generations: readonly number[],
  findings: Findings,
): Promise<{ generation: number; value: unknown }> {
  let found: { generation: number; value: unknown } | null = null;
  const damaged: string[] = [];
  for (const generation of generations.toSorted((a, b) => b - a)) {
    const value = await readChecked(disk, `${path}.${generation}.json`);
    if (value === null || value === undefined) damaged.push(`${name}.${generation}.json`);
    else found ??= { generation, value };
  }
  const rest =
    found === null ? "only its journals are left" : "another copy and the journals are good";
  if (damaged.length > 0) findings.damaged(`${damaged.join(" and ")} is damaged; ${rest}.`);
  return found ?? { generation: 0, value: undefined };
}

function take(statuses: Statuses, value: unknown, findings: Findings): void {
  try {
    const stored = statusesDocument.decode(value);
    if (stored !== null) Object.assign(statuses, stored);
  } catch {
    findings.damaged("The newest copy of the marks does not hold what it should.");
  }
}

function replay(statuses: Statuses, lines: readonly JournalLine[]): void {
  for (const { value } of lines) {
    const op = statusesDocument.decodeOp(value);
    if (op !== null) statusesDocument.reduce(statuses, op);
  }
}
