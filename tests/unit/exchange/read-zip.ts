import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";

/** The files of an archive as text, in their order. */
export async function readZip(path: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const zip = await yauzl.openPromise(path);
  try {
    for await (const entry of zip.eachEntry())
      files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  } finally {
    zip.close();
  }
  return files;
}
