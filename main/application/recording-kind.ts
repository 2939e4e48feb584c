const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/**
 * The extension under which a sound or film is kept, by its first bytes, else by what the publisher
 * calls it; null for what is none, such as a page that says that there is nothing here.
 */
export function recordingKind(start: Uint8Array, contentType: string | null): string | null {
  const text = latin(start);
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (text.startsWith("OggS")) return text.includes("OpusHead") ? "opus" : "ogg";
  if (text.startsWith("fLaC")) return "flac";
  if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) return "wav";
  if (text.startsWith("\u001aE\u00df\u00a3")) return "webm";
  if (text.startsWith("ftyp", 4)) {
    if (text.startsWith("qt  ", 8)) return "mov";
    return text.startsWith("M4", 8) || type.startsWith("audio/") ? "m4a" : "mp4";
  }
  if (text.startsWith("ID3")) return "mp3";
  const [first = 0, second = 0] = start;
  // ISO 11172-3, 2.4.1.3 and ISO 13818-7, 6.2: eleven or twelve bits set, then version and layer.
  if (first === 0xff && (second & 0xe0) === 0xe0) return (second & 0x06) === 0 ? "aac" : "mp3";
  // Some begin with padding.
  const isText = /^\s*[<{[]/.test(text);
  return !isText && /^audio\/(?:mpeg|mp3)$/.test(type) ? "mp3" : null;
}
