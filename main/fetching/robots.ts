/** What a site's `robots.txt` asks of programs (RFC 9309). Pure. */

/** The name that our `User-Agent` begins with. */
const ownName = "broadsheet";
/** Larger files are read as far as this (RFC 9309, 2.5: at least 500 KiB). */
const sizeLimit = 512_000;

interface Rule {
  readonly isAllowed: boolean;
  readonly path: string;
}

/** The rules of a `robots.txt` that mean us: those of our name, else those of everybody. */
export function rulesForUs(text: string): readonly Rule[] {
  // Of others nothing is kept: a hostile file could name thousands of them, and rules for each.
  const ours: Rule[] = [];
  const everybodys: Rule[] = [];
  let isNamed = false;
  let meant = new Set<Rule[]>();
  let isNaming = false;
  for (const line of text.slice(0, sizeLimit).split(/\r\n?|\n/)) {
    const match = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line);
    const key = match?.[1]?.toLowerCase();
    const value = match?.[2]?.trim() ?? "";
    if (key === "user-agent") {
      if (!isNaming) meant = new Set();
      isNaming = true;
      const name = value.toLowerCase().replace(/\/.*$/, "");
      isNamed ||= name === ownName;
      if (name === ownName) meant.add(ours);
      else if (name === "*") meant.add(everybodys);
    } else if (key === "allow" || key === "disallow") {
      isNaming = false;
      if (value === "" || meant.size === 0) continue;
      const rule = { isAllowed: key === "allow", path: encoded(value) };
      for (const rules of meant) rules.push(rule);
    }
  }
  return isNamed ? ours : everybodys;
}

/** Whether the rules let an address be asked for: the longest one that fits decides, else yes. */
export function isAllowed(rules: readonly Rule[], address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const path = encoded(url.pathname + url.search);
  let decision: Rule | null = null;
  for (const rule of rules) {
    if (!fits(rule.path, path)) continue;
    const isStronger =
      decision === null ||
      rule.path.length > decision.path.length ||
      (rule.path.length === decision.path.length && rule.isAllowed);
    if (isStronger) decision = rule;
  }
  return decision?.isAllowed ?? true;
}

/** Without a regular expression: a hostile file could make one take for ever. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith("$");
  const [start = "", ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(start)) return false;
  let at = start.length;
  for (const [index, piece] of pieces.entries()) {
    if (isWhole && index === pieces.length - 1)
      return path.length - piece.length >= at && path.endsWith(piece);
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return !isWhole || at === path.length;
}

/** Both sides spelled alike (RFC 9309, 2.2.2). */
function encoded(path: string): string {
  return path
    .replace(/[^\0-\u007f]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[\da-f]{2}/gi, (octet) => {
      const sign = String.fromCharCode(parseInt(octet.slice(1), 16));
      return /[\w.~-]/.test(sign) ? sign : octet.toUpperCase();
    });
}
