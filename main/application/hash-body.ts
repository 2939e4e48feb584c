/** Tells whether a body is the same as before: SHA-1, computed beside the main thread. */
export async function hashBody(body: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-1", body);
  return Buffer.from(digest).toString("hex");
}
