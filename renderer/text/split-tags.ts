/** Tags as they are typed, with commas between them; such as differ in case alone are one. */
export function splitTags(text: string): string[] {
  const tags = new Map<string, string>();
  for (const part of text.split(/[,،、，;]/u)) {
    const tag = part.trim().replace(/^#+/, "").replace(/\s+/g, " ").slice(0, 100).trim();
    const known = tag.toLocaleLowerCase();
    if (tag !== "" && !tags.has(known)) tags.set(known, tag);
  }
  return [...tags.values()].slice(0, 100);
}
