import { createHash } from "node:crypto";
import { join } from "node:path";
import { mediaName, type MediaName } from "../../../preload/contract/contract.ts";
import type { Disk } from "../files/disk.ts";
import { countOf, type Findings } from "./findings.ts";

const chunkSize = 262_144;

export interface InspectPicturesOptions {
  readonly disk: Disk;
  readonly library: string;
  readonly isDeep: boolean;
  readonly findings: Findings;
  /** Pictures that articles refer to. */
  readonly wanted: ReadonlySet<MediaName>;
  /** Icons of titles: one that is missing is fetched again, so nothing is lost with it. */
  readonly icons: ReadonlySet<MediaName>;
}

/** Looks at the pictures by content: missing, empty, not what their names say, of no article. */
export async function inspectPictures(options: InspectPicturesOptions): Promise<number> {
  const { disk, library, isDeep, findings, wanted, icons } = options;
  const folder = join(library, "media");
  const present = new Set<MediaName>();
  let [damaged, unused, unusedBytes, count] = [0, 0, 0, 0];
  for (const part of await disk.list(folder)) {
    for (const file of await disk.list(join(folder, part)).catch(() => [])) {
      const name = mediaName.safeParse(file).data;
      if (!name?.startsWith(part)) {
        if (!file.endsWith(".tmp")) findings.notice(`media/${part}/${file} does not belong there.`);
        continue;
      }
      count++;
      const path = join(folder, part, file);
      const size = (await disk.look(path))?.size ?? 0;
      const isGood = size > 0 && (!isDeep || name.startsWith(`${await hashOf(disk, path)}.`));
      if (isGood) present.add(name);
      else if (!icons.has(name) || wanted.has(name)) damaged++;
      if (wanted.has(name) || icons.has(name)) continue;
      unused++;
      unusedBytes += size;
    }
  }
  let missing = -damaged;
  for (const name of wanted) if (!present.has(name)) missing++;
  if (damaged > 0) findings.damaged(`${countOf(damaged, "picture")} of articles are damaged.`);
  if (missing > 0) findings.damaged(`${countOf(missing, "picture")} of articles are missing.`);
  if (unused > 0)
    findings.notice(
      `${countOf(unused, "picture")} (${countOf(Math.ceil(unusedBytes / 1000), "kB", "kB")}) belong ` +
        "to no article any more; they go when the library is next tidied up.",
    );
  return count;
}

/** SHA-256 of a file, as hexadecimal digits. */
export async function hashOf(disk: Disk, path: string): Promise<string> {
  const hash = createHash("sha256");
  const handle = await disk.open(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(chunkSize);
    for (let position = 0; ;) {
      const { bytesRead } = await handle.read(chunk, 0, chunkSize, position);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(chunk.subarray(0, bytesRead));
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
