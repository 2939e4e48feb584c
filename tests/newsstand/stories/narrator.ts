import type { Random } from "../random.ts";
import { expand } from "./grammar.ts";
import type { Facts } from "./grammar.ts";
import type { Template } from "./template.ts";

/** Tells a story from top to bottom and remembers who has been introduced. */
export class Narrator {
  readonly #people: ReadonlySet<string>;
  readonly #facts: Facts;
  readonly #random: Random;
  readonly #met = new Set<string>();

  constructor(template: Template, facts: Facts, random: Random) {
    const names = Object.entries(template.facts).filter(([, fact]) => fact === "@person");
    this.#people = new Set(names.map(([name]) => name));
    this.#facts = facts;
    this.#random = random;
  }

  /** The text with facts and choices settled; whoever is new to the story gets the full name. */
  tell(text: string): string {
    const told = text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const person = this.#personOf(name);
      if (person === null || this.#met.has(person)) return whole;
      this.#met.add(person);
      return `{${person}}`;
    });
    return expand(told, this.#facts, this.#random);
  }

  /** Whether everyone in a text has been introduced. */
  hasMetAll(text: string): boolean {
    return [...text.matchAll(/\{(\w+)\}/g)].every(([, name = ""]) => {
      const person = this.#personOf(name);
      return person === null || this.#met.has(person);
    });
  }

  #personOf(name: string): string | null {
    const person = name.charAt(0).toLowerCase() + name.slice(1);
    return this.#people.has(person) ? person : null;
  }
}
