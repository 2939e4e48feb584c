import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** The HTML of a text as `IncomingArticle` has it. Rejects when the bytes are no such text. */
export async function unpackText(body: Uint8Array): Promise<string> {
  return body.length === 0 ? "" : (await decompress(body)).toString("utf8");
}

/** The same the other way round, for a text that was not packed where it was cleaned. */
export async function packText(html: string): Promise<Uint8Array> {
  return html === "" ? new Uint8Array(0) : compress(Buffer.from(html, "utf8"));
}
