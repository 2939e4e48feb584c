import { join } from "node:path";
import type { Disk } from "../files/disk.ts";
import { unfinishedName } from "../layout.ts";
import { countOf, type Findings } from "./findings.ts";
import { readChecked } from "./inspect-documents.ts";
import type { Amount } from "./library-report.ts";

/** What may stand in a library's folder, beside snapshots and journals. */
const known =
  /^(README\.txt|format\.json|library\.json|library\.previous\.json|view\.json|clock\.json|preparation\.json|lock(\.\d+)?|reserve(\.[a-z]+)?|editions|bookmarks|trash|media|recordings|cache|search|backups|before-format-\d+|[a-z-]+\.\d{1,9}\.(json|log)|unfinished-copy\.txt)$/;

/** Sizes of a library's folder, by its parts. */
export interface FolderSizes {
  readonly total: number;
  of(part: string): Amount;
}

/** Adds up what there is, and tells what was set aside, left half written or does not belong. */
export async function inspectFolder(
  disk: Disk,
  library: string,
  findings: Findings,
): Promise<FolderSizes> {
  const sizes = new Map<string, { count: number; bytes: number }>();
  let [total, aside] = [0, 0];
  const visit = async (path: readonly string[]): Promise<void> => {
    for (const name of await disk.list(join(library, ...path))) {
      const inner = [...path, name];
      if (name.includes(".damaged-")) aside++;
      const found = await disk.look(join(library, ...inner));
      if (found === null) continue;
      if (found.isFolder) {
        await visit(inner);
        continue;
      }
      total += found.size;
      const part = sizes.get(inner[0] ?? "") ?? { count: 0, bytes: 0 };
      sizes.set(inner[0] ?? "", { count: part.count + 1, bytes: part.bytes + found.size });
    }
  };
  await visit([]);
  for (const name of await disk.list(library)) {
    if (known.test(name) || name.includes(".damaged-") || name.endsWith(".tmp")) continue;
    findings.notice(`${name} does not belong into a library.`);
  }
  if ((await readChecked(disk, join(library, "clock.json"))) === null)
    findings.damaged("clock.json is damaged; it is made anew.");
  if ((await disk.look(join(library, unfinishedName))) !== null)
    findings.damaged("A library was being copied into this folder, and the copy is not finished.");
  if (aside > 0)
    findings.notice(
      `${countOf(aside, "file")} ${aside === 1 ? "was" : "were"} found damaged before and set aside (*.damaged-*).`,
    );
  return { total, of: (part) => sizes.get(part) ?? { count: 0, bytes: 0 } };
}
