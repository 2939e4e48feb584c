import { hash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { ZipFile } from "yazl";
import { wrapChecked } from "../../../main/library/files/checksum.ts";
import { Disk } from "../../../main/library/files/disk.ts";
import { ZipReader } from "../../../main/library/copies/zip-reader.ts";

export type Entries = Map<string, Buffer>;

export async function unzip(path: string): Promise<Entries> {
  const zip = await ZipReader.open(new Disk(), path);
  const entries: Entries = new Map();
  for (const name of zip.names()) entries.set(name, await zip.read(name, 1e9));
  await zip.close();
  return entries;
}

/** Writes a zip; names may be any of the same length as what yazl lets through. */
export async function zip(
  path: string,
  entries: Iterable<readonly [name: string, bytes: Buffer]>,
): Promise<void> {
  const file = new ZipFile();
  for (const [name, bytes] of entries) file.addBuffer(bytes, name);
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  await writeFile(path, Buffer.concat(chunks));
}

/** Writes a backup anew with other entries, as somebody would who makes the manifest fit. */
export async function rezip(
  path: string,
  change: (entries: Entries, manifest: Record<string, unknown>) => void,
): Promise<void> {
  const entries = await unzip(path);
  const wrapped = entries.get("manifest.json")?.toString() ?? "";
  const manifest = (JSON.parse(wrapped) as { data: Record<string, unknown> }).data;
  entries.delete("manifest.json");
  change(entries, manifest);
  manifest.entries = Object.fromEntries(
    Array.from(entries, ([name, bytes]) => [
      name,
      { bytes: bytes.length, sha256: hash("sha256", bytes, "hex") },
    ]),
  );
  entries.set("manifest.json", wrapChecked(JSON.stringify(manifest)));
  await zip(path, entries);
}

/** Replaces bytes in a file by others of the same length, everywhere. */
export async function patch(path: string, from: string, to: string): Promise<void> {
  const text = (await readFile(path)).toString("latin1");
  if (!text.includes(from)) throw new Error(`${from} is not in it`);
  await writeFile(path, Buffer.from(text.replaceAll(from, to), "latin1"));
}
