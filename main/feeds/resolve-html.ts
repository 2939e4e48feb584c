/** Makes the addresses inside an HTML fragment absolute. */
import { decodeHTML } from "entities/decode";
import { resolveAddress } from "./addresses.ts";
import { nextTag } from "./html.ts";

const addressNames = new Set([
  "href",
  "src",
  "poster",
  "cite",
  "srcset",
  "data-src",
  "data-srcset",
]);

/** Finds out fast that there is nothing to do: most feeds have only absolute addresses. */
const mayBeRelative =
  /(?:href|src|poster|cite|srcset)\s*=\s*(?:["']\s*)?(?!https?:\/\/|mailto:|data:|#|["'>\s])|srcset\s*=/i;

/**
 * Resolves `href`, `src`, `srcset`, `poster` and `cite`. Fragments (`#note`) and empty ones stay, as
 * does what cannot be resolved.
 */
export function resolveHtml(html: string, base: string | null): string {
  if (base === null || !html.includes("<") || !mayBeRelative.test(html)) return html;
  let resolved = "";
  let at = 0;
  const read = ({
    name,
    value,
    start,
    end,
  }: {
    name: string;
    value: string;
    start: number;
    end: number;
  }): void => {
    if (!addressNames.has(name)) return;
    const absolute = name.endsWith("srcset")
      ? absoluteSources(value, base)
      : absoluteValue(value, base);
    if (absolute === value) return;
    resolved += html.slice(at, start) + absolute;
    at = end;
  };
  for (let tag = nextTag(html, 0, read); tag !== null; tag = nextTag(html, tag.end, read));
  return resolved + html.slice(at);
}

function absoluteValue(written: string, base: string): string {
  const value = decodeHTML(written).trim();
  if (value === "" || value.startsWith("#") || /^[a-z][a-z0-9+.-]*:/i.test(value)) return written;
  return forAttribute(resolveAddress(value, base) ?? value);
}

/** `a.png 1x, b.png 2x`: a comma ends a source only where white space follows or a descriptor was. */
function absoluteSources(written: string, base: string): string {
  return decodeHTML(written)
    .trim()
    .split(/,\s+|(?<=\s[\d.]+[wxh]),/)
    .map((source) => {
      const [address = "", ...descriptor] = source.trim().split(/\s+/);
      return [address === "" ? "" : absoluteValue(address, base), ...descriptor].join(" ").trim();
    })
    .filter((source) => source !== "")
    .join(", ");
}

/** Safe between quotes of either kind, and without quotes. */
function forAttribute(address: string): string {
  return address.replace(/[&"'<>\s`]/g, (character) =>
    character === "&" ? "&amp;" : `%${character.charCodeAt(0).toString(16)}`,
  );
}
