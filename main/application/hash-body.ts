import { hash } from "node:crypto";

/** Bytes that are hashed in some 50 µs: less than it takes to have another thread do it. */
const small = 100_000;

/** Tells whether a body is the same as before: SHA-1, of a large one beside the main thread. */
export async function hashBody(body: Uint8Array): Promise<string> {
  if (body.length <= small) return hash("sha1", body, "hex");
  const digest = await crypto.subtle.digest("SHA-1", body);
  return Buffer.from(digest).toString("hex");
}
