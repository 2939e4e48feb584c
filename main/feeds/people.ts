/** Names of authors from the ways feeds write them. */
import { collapseSpace, plainText } from "./text.ts";

/** Longer "names" are texts in the wrong element. */
const maximumLength = 200;

/** `mail (Name)`, `Name <mail>`, `mail` or a name; "" when there is nothing to show. */
export function personName(text: string): string {
  const trimmed = collapseSpace(text.slice(0, 300));
  if (trimmed === "") return "";
  const inParentheses = /^\S+@\S+\s*\((.+)\)$/.exec(trimmed)?.[1];
  const beforeMail = /^"?([^<"]+?)"?\s*(?:<|&lt;|\()\s*[^\s<>()]+@[^\s<>()]+\s*(?:>|&gt;|\))$/.exec(
    trimmed,
  )?.[1];
  const name = plainText(inParentheses ?? beforeMail ?? trimmed);
  return name.length > maximumLength ? "" : name;
}

/** Names without empty and repeated ones, in their order. */
export function distinctNames(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => name !== ""))];
}
