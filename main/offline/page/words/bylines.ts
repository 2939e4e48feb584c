/** What stands around the names of authors, in several languages. Data only. */

const by =
  "(?:(?:written|posted|published|reported|reviewed|story|words|text|photos?|analysis|opinion|review|article|report)\\s+(?:and\\s+\\w+\\s+)?by|by|von|par|por|di|da|door|af|av|przez|autor(?:es|a|in)?|auteur|autore|authors?|автор|текст|yazan)";

export const byline = {
  /** Before a name. */
  before: new RegExp(
    `^\\s*(?:${by}(?:\\s*[:：]\\s*|\\s+)|(?:作者|文|記者|取材|기자)\\s*[:：/／]?\\s*)`,
    "iu",
  ),
  /** A line that is nothing but a byline: its name begins with a capital. */
  line: /^(?:By|Von|Par|Por|Door|Text|Texte|Autor|Autore|Автор)\s*:?\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}|d[eiau]|v[ao]n|der|la)[\p{L}.'’-]*){0,4}(?=\s*(?:$|[,|•·–—-]|\d))/u,
  /** Between names. */
  between: /\s*[,;、，|•·]\s*|\s+(?:and|und|et|y|e|en|og|och|i|и|&|\+)\s+|\s+with\s+/iu,
} as const;

/** What stands where a name should and is none. */
export const notNames =
  /^(?:admin(?:istrator)?|staff(?: (?:writer|report(?:er|s)?))?|editor(?:s|ial)?(?: (?:staff|team|board))?|the editors|news ?(?:desk|room|staff)|contributors?|guest(?: (?:author|post|contributor))?|sponsored|author|authors|unknown|anonymous|none|null|undefined|default|webmaster|redaktion|redacci[oó]n|r[eé]daction|la r[eé]daction|redazione|reda[cç][aã]o|redactie|redaktionen|redakcja|редакция|편집부|編集部|编辑|follow|share|comments?|subscribe|(?:view|see) (?:all )?.*|more (?:by|from) .*|posts? by .*|jr\.?|sr\.?|ii+|m\.?d\.?|ph\.?d\.?|updated.*|published.*)$/iu;

/** What people are at a publisher, between or after their names. */
export const role =
  /^(?:senior|associate|staff|deputy|managing|political|national|contributing|chief|special|the) |(?:^| )(?:editor|correspondent|reporter|columnist|desk|writer|contributor|journalist)s?$/iu;

/** How agencies and papers are called. */
export const organisation =
  /^the |^\p{Lu}{3,}$|(?:^|\s)(?:times|post|journal|news|press|report|herald|tribune|gazette|magazine|media|staff|team|network|agency|university|institute|x|zeitung|verlag|journal|presse|agencia|agence|reuters|afp|dpa|ansa|efe|wire)$/iu;
