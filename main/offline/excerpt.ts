/** Ends that say only that there is more, in the languages of the catalogue. */
const tails: readonly RegExp[] = [
  /\s*(?:\[(?:…|\.\.\.|&hellip;)\]|…|\.\.\.)\s*$/u,
  /\s*(?:continue reading|read (?:more|on|the full (?:article|story)|full (?:article|story))|keep reading|more)\s*(?:…|\.\.\.|»|›|→|>+)+\s*$/iu,
  /(?<=[.!?…»”"')\]]|\.\.\.)\s*(?:continue reading|read (?:more|on|the full (?:article|story)|full (?:article|story))|keep reading)\b[^.!?\n]{0,120}\s*$/iu,
  /\s*(?:weiterlesen|mehr lesen|lire la suite|en savoir plus|leer más|seguir leyendo|leggi tutto|continua a leggere|ler mais|leia mais|lees meer|läs mer|les mer|læs mere|lue lisää|czytaj (?:więcej|dalej)|читать (?:далее|полностью)|続きを読む|阅读全文|閱讀全文|더 보기)[\s.…»›→>]*$/iu,
  /\s*The (?:post|article) .{1,300}? (?:appeared|was published) first on .{1,100}$/iu,
];

/**
 * The beginning of a text on one line, cut between words, without "Read more" at its end.
 * `limit` counts characters, the closing ellipsis included.
 */
export function excerpt(text: string, limit = 200): string {
  // Enough for the tails to be seen whole when the text is short, and cheap when it is long.
  const line = withoutTails(
    text
      .slice(0, limit + 600)
      .replace(/\s+/g, " ")
      .trim(),
  );
  if (line.length <= limit) return line.toWellFormed();
  const head = line.slice(0, limit - 1);
  const space = head.lastIndexOf(" ");
  // Scripts without spaces are cut anywhere.
  const cut = space > limit / 2 ? head.slice(0, space) : head.replace(/[\ud800-\udbff]$/, "");
  return `${cut.replace(/[\s,;:–—-]+$/u, "")}…`;
}

function withoutTails(line: string): string {
  for (const tail of tails) {
    const shorter = line.replace(tail, "");
    if (shorter !== line) return withoutTails(shorter);
  }
  return line;
}
