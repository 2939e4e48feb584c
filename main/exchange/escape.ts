/** Characters that XML 1.0 does not know (https://www.w3.org/TR/xml/#charsets). */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unknownToXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as it stands in HTML and XML, also between quotation marks. */
export function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unknownToXml, "")
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** A day as `YYYY-MM-DD`, in UTC; empty for a moment that is none. */
export function dayOf(moment: number): string {
  return isoOf(moment).slice(0, 10);
}

/** A moment (milliseconds since 1970) as ISO 8601 in UTC; empty for one that is none. */
export function isoOf(moment: number): string {
  const date = new Date(moment);
  return Number.isNaN(date.valueOf()) ? "" : date.toISOString();
}
