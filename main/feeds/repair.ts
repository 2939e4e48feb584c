/** Mends the one mistake that would swallow the rest of a document: a section never closed. */

/** How far before an unclosed section the element is looked for that it stands in. */
const reach = 2_000;

/** Closes a CDATA section or comment that is still open at the end of the document. */
export function closeOpenSection(text: string): string {
  return closeLast(closeLast(text, "<![CDATA[", "]]>"), "<!--", "-->");
}

function closeLast(text: string, opening: string, closing: string): string {
  const start = text.lastIndexOf(opening);
  if (start === -1 || text.includes(closing, start)) return text;
  const parent = /<([\w:.-]+)[^<>]*>[^<>]*$/.exec(
    text.slice(Math.max(0, start - reach), start),
  )?.[1];
  const end = parent === undefined ? -1 : text.indexOf(`</${parent}`, start);
  return end === -1 ? text : text.slice(0, end) + closing + text.slice(end);
}
