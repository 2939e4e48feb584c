import type { SourceElement } from "./parse-markup.ts";
import type { Rewriting } from "./rewriting.ts";

/** Direction, language, and the id when something links to it. */
export function commonAttributes(
  { attributes }: SourceElement,
  { anchors }: Rewriting,
): Record<string, string> {
  const common: Record<string, string> = {};
  const direction = attributes.dir?.toLowerCase();
  if (direction === "ltr" || direction === "rtl" || direction === "auto") common.dir = direction;
  const language = attributes.lang ?? attributes["xml:lang"];
  if (language !== undefined && /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i.test(language))
    common.lang = language;
  const anchor = anchors.get(attributes.id ?? attributes.name ?? "");
  if (anchor !== undefined) common.id = anchor;
  return common;
}

/** What an inline element says beyond its text: a moment, what an abbreviation stands for. */
export function inlineAttributes(
  name: string,
  { attributes }: SourceElement,
): Record<string, string> {
  const { datetime, title } = attributes;
  if (name === "abbr" && title) return { title: title.slice(0, 300).toWellFormed() };
  const isMoment = datetime !== undefined && /^[\dTZW:.+ -]{4,40}$/.test(datetime);
  return isMoment && /^(?:time|del|ins)$/.test(name) ? { datetime } : {};
}

/** Of the named attributes those that are small whole numbers. */
export function integers({ attributes }: SourceElement, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attributes[name]?.trim();
      return value !== undefined && /^-?\d{1,4}$/.test(value) ? [[name, value]] : [];
    }),
  );
}

/** Where the numbers of a list begin, how they run and look. */
export function listAttributes(element: SourceElement): Record<string, string> {
  const type = element.attributes.type;
  return {
    ...integers(element, ["start"]),
    ...("reversed" in element.attributes ? { reversed: "" } : {}),
    ...(type !== undefined && /^[1aAiI]$/.test(type) ? { type } : {}),
  };
}

/** How far a table cell reaches, and what a heading cell is over. */
export function cellAttributes(element: SourceElement): Record<string, string> {
  const scope = element.attributes.scope?.toLowerCase();
  return {
    ...integers(element, ["colspan", "rowspan"]),
    ...(element.name === "th" && /^(?:row|col|rowgroup|colgroup)$/.test(scope ?? "")
      ? { scope: scope ?? "" }
      : {}),
  };
}
