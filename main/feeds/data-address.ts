/** The bytes that an address of the scheme `data:` holds (RFC 2397); null when it is not one. */
export function decodeDataAddress(address: string): Uint8Array | null {
  const match = /^data:([^,]*),/i.exec(address);
  if (match === null) return null;
  const content = address.slice(match[0].length);
  try {
    if (!/;\s*base64\s*$/i.test(match[1] ?? "")) return asBytes(decodeURIComponent(content));
    return new Uint8Array(Buffer.from(decodeURIComponent(content), "base64"));
  } catch {
    // A stray per cent sign, in drawings that are written out: the rest is as it stands.
    return asBytes(content);
  }
}

function asBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
