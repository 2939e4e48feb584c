/** Which ids and classes say what an element is on every page of a publisher, by their look. */

/** Names that build tools make up: another one at each release. */
const generated =
  /^(?:css|sc|jsx|svelte|emotion|tw|chakra|mui|astro|ng|data-v|ember|react|__next)-/i;
/** What holds of this page, or of this moment, alone. */
const passing =
  /^(?:is|has|js|no|lazy|category|tag|author|format|status|section|topic|theme|lang|postid|page-id|type|keyword|channel|ressort|rubrik)[-_]|^(?:active|open|opened|closed|visible|hidden|loaded|loading|show|shown|first|last|odd|even|current|selected|expanded|collapsed|sticky|premium|free)$/i;
/** Names that place or paint; they are on everything. */
const layout =
  /^(?:row|rows|col|cols|column|columns|container|container-fluid|wrapper|wrap|inner|outer|left|right|center|main|box|grid|flex|block|block-\w+|clearfix|clear|group|cf|full|half|wide|narrow|relative|absolute|mx-auto|text|section|module|component|widget|layout|item|page|panel|card)$/i;
/** Names that articles have. */
const telling =
  /article|story|post|entry|content|body|text|artikel|beitrag|inhalt|texte|contenu|corps|cuerpo|nota|noticia|articolo|testo|treść|tresc|artykul|tekst|haber|icerik/i;

/** A prefix before the part that a build tool makes up: `Story_text__3hX2a`. */
const styleModule = /^([A-Za-z][A-Za-z-]*_+[A-Za-z][A-Za-z-]*_+|[A-Za-z]{4,}(?:__|--))[\w-]{4,8}$/;

/** Points against a name; `Infinity`: it says nothing of other pages. */
export function pointsAgainst(name: string, pageWords: ReadonlySet<string>): number {
  if (!/^[A-Za-z_][\w-]{1,60}$/.test(name)) return Infinity;
  if (generated.test(name) || passing.test(name) || /\d/.test(name)) return Infinity;
  if (name.split(/[-_]+/).some((part) => isHash(part)) || isOfThisPage(name, pageWords))
    return Infinity;
  if (layout.test(name)) return 6;
  return telling.test(name) ? 0 : 2;
}

/** The part of a name that stays when a build tool makes its end anew, or null. */
export function stablePart(name: string): string | null {
  const start = styleModule.exec(name)?.[1] ?? null;
  const end = name.slice(start?.length ?? 0);
  // An ordinary name of that form (`article__body`) has an ordinary end.
  return start !== null && (/\d/.test(end) || isHash(end)) ? start : null;
}

/** Letters in an order that no language has. */
function isHash(part: string): boolean {
  if (part.length < 5) return false;
  if (!/[aeiouyàáâäéèêíîóôöøúùüœæ]/i.test(part)) return true;
  const humps = part.match(/[A-Z]/g)?.length ?? 0;
  const isShouted = part === part.toUpperCase();
  return !isShouted && humps >= 2 && part.length / (humps + 1) < 2.6;
}

/** An id made from the headline, as it stands in the address too. */
function isOfThisPage(name: string, pageWords: ReadonlySet<string>): boolean {
  const words = name.toLowerCase().split(/[-_]+/);
  return words.filter((word) => word.length >= 4 && pageWords.has(word)).length >= 2;
}

/** The words of an address's last part: `/2024/05/gardens-open-late` → gardens, open, late. */
export function wordsOfAddress(address: string): ReadonlySet<string> {
  const path = URL.parse(address)?.pathname.toLowerCase() ?? "";
  return new Set(path.split(/[^\p{L}]+/u).filter((word) => word.length >= 4));
}
