import type { Random } from "../random.ts";
import type { Fact } from "./template.ts";
import { companies, countries, familyNames, firstNames, places, universities } from "./world.ts";

/** Facts of an event, ready to be put into its texts. */
export type Facts = Readonly<Record<string, string>>;

/** Settles every fact of an event; people, firms and places within it are all different. */
export function settleFacts(
  definitions: Readonly<Record<string, Fact>>,
  given: Facts,
  language: string,
  random: Random,
): Facts {
  const taken = new Set(Object.values(given));
  const fresh = (draw: () => string): string => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const candidate = draw();
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
    return draw();
  };
  const facts: Record<string, string> = { ...given };
  for (const [name, fact] of Object.entries(definitions)) {
    if (typeof fact !== "string") {
      const [least, most, step = 1] = fact;
      const number = least + step * random.whole(0, Math.floor((most - least) / step));
      facts[name] = numberFormat(language).format(number);
      continue;
    }
    const stock = stocks[fact];
    facts[name] =
      fact === "@person"
        ? fresh(() => `${random.pick(firstNames)} ${random.pick(familyNames)}`)
        : stock === undefined
          ? random.pick(fact.split("|"))
          : fresh(() => random.pick(stock));
  }
  return facts;
}

/** A text with its choices made and its facts put in. Throws on a fact that there is not. */
export function expand(text: string, facts: Facts, random: Random): string {
  let chosen = text;
  for (;;) {
    const next = chosen.replace(/\[([^[\]]*)\]/g, (_, choices: string) =>
      random.pick(choices.split("|")),
    );
    if (next === chosen) break;
    chosen = next;
  }
  const told = chosen.replace(/\{([^{}]+)\}/g, (_, name: string) => lookUp(name, facts));
  return typeset(told.charAt(0).toUpperCase() + told.slice(1));
}

/** Typewriter quotation marks and apostrophes as a newspaper prints them, and 21st for 21th. */
function typeset(text: string): string {
  return text
    .replace(/(^|[\s([])"/g, "$1“")
    .replaceAll('"', "”")
    .replaceAll("'", "’")
    .replace(/\b(\d*?)(1?[123])th\b/g, (whole, tens: string, last: string) =>
      last.length === 1 ? tens + last + (suffixes[last] ?? "th") : whole,
    );
}

const suffixes: Readonly<Record<string, string>> = { 1: "st", 2: "nd", 3: "rd" };

function numberFormat(language: string): Intl.NumberFormat {
  let format = numberFormats.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(language);
    numberFormats.set(language, format);
  }
  return format;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function lookUp(name: string, facts: Facts): string {
  const value = facts[name];
  if (value !== undefined) return value;
  const person = facts[name.charAt(0).toLowerCase() + name.slice(1)];
  if (person === undefined) throw new Error(`no fact "${name}"`);
  return person.slice(person.indexOf(" ") + 1);
}

const stocks: Readonly<Record<string, readonly string[]>> = {
  "@person": firstNames,
  "@place": places,
  "@country": countries,
  "@company": companies,
  "@university": universities,
};
