import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";

const decompress = promisify(zstdDecompress);

/** The HTML of a text as `IncomingArticle` has it. Rejects when the bytes are no such text. */
export async function unpackText(body: Uint8Array): Promise<string> {
  return body.length === 0 ? "" : (await decompress(body)).toString("utf8");
}
