/** The small part of CSS selectors by which a title's own choice is written down. */
import { isElement, type PageElement } from "../page/tree.ts";

/** What one element must be like. */
export interface Step {
  /** Null: any. */
  readonly name: string | null;
  readonly tests: readonly Test[];
  /** How it stands to the step before it. */
  readonly combinator: "within" | "child";
}

/** `is`: the whole value; `word`: one of its words; `part`: a piece of it. */
export interface Test {
  readonly attribute: string;
  readonly how: "is" | "word" | "part";
  readonly value: string;
}

/** A step that goes by the place among siblings of the same name, from 1. */
const placeTest = "nth-of-type";

/** An element with its place on the page. */
export interface Placed {
  readonly element: PageElement;
  readonly parent: Placed | null;
  /** Among siblings of the same name, from 1. */
  readonly place: number;
}

/** Every element of the page with its place, in the order of the document. */
export function placesOf(page: PageElement): Placed[] {
  const places: Placed[] = [];
  const walk = (element: PageElement, parent: Placed | null, place: number): void => {
    const placed = { element, parent, place };
    places.push(placed);
    const counts = new Map<string, number>();
    for (const child of element.children) {
      if (!isElement(child)) continue;
      const count = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, count);
      walk(child, placed, count);
    }
  };
  walk(page, null, 1);
  return places;
}

/** A test for the place among siblings of the same name. */
export const testPlace = (place: number): Test => ({
  attribute: placeTest,
  how: "is",
  value: String(place),
});

/** The steps as CSS. */
export function writeSelector(steps: readonly Step[]): string {
  return steps
    .map(({ name, tests, combinator }, at) => {
      const joint = at === 0 ? "" : combinator === "child" ? " > " : " ";
      return `${joint}${name ?? (tests.length === 0 ? "*" : "")}${tests.map(writeTest).join("")}`;
    })
    .join("");
}

function writeTest({ attribute, how, value }: Test): string {
  if (attribute === placeTest) return `:nth-of-type(${value})`;
  if (attribute === "id" && how === "is") return `#${value}`;
  if (attribute === "class" && how === "word") return `.${value}`;
  return `[${attribute}${how === "part" ? "*=" : "="}"${value}"]`;
}

const stepPattern = /^(\*|[a-z][a-z0-9-]*)?((?:[#.][A-Za-z_-][\w-]*|\[[^\]]*\]|:[^\s]+)*)$/;
const testPattern =
  /#([A-Za-z_-][\w-]*)|\.([A-Za-z_-][\w-]*)|\[([a-z-]+)(\*?)="([^"\]]*)"\]|:nth-of-type\((\d{1,5})\)/gy;

/** Reads what `writeSelector` wrote; null for everything else. */
export function readSelector(selector: string): Step[] | null {
  const steps: Step[] = [];
  let combinator: Step["combinator"] = "within";
  for (const token of selector.trim().match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? []) {
    if (token === ">") {
      combinator = "child";
      continue;
    }
    const [, name, rest = ""] = stepPattern.exec(token) ?? [];
    if (name === undefined && rest === "") return null;
    const tests = readTests(rest);
    if (tests === null) return null;
    steps.push({ name: name === undefined || name === "*" ? null : name, tests, combinator });
    combinator = "within";
  }
  return steps.length === 0 ? null : steps;
}

function readTests(written: string): Test[] | null {
  const tests: Test[] = [];
  let length = 0;
  for (const match of written.matchAll(testPattern)) {
    const [whole, id, word, attribute, star, value, place] = match;
    length += whole.length;
    if (id !== undefined) tests.push({ attribute: "id", how: "is", value: id });
    else if (word !== undefined) tests.push({ attribute: "class", how: "word", value: word });
    else if (place !== undefined) tests.push(testPlace(Number(place)));
    else
      tests.push({
        attribute: attribute ?? "",
        how: star === "*" ? "part" : "is",
        value: value ?? "",
      });
  }
  return length === written.length ? tests : null;
}

/** The elements that a selector means, in the order of the document. */
export function findAll(places: readonly Placed[], steps: readonly Step[]): Placed[] {
  return places.filter((placed) => fits(placed, steps, steps.length - 1));
}

function fits(placed: Placed, steps: readonly Step[], at: number): boolean {
  const step = steps[at];
  if (step === undefined || !fitsStep(placed, step)) return false;
  if (at === 0) return true;
  if (step.combinator === "child")
    return placed.parent !== null && fits(placed.parent, steps, at - 1);
  for (let above = placed.parent; above !== null; above = above.parent)
    if (fits(above, steps, at - 1)) return true;
  return false;
}

function fitsStep({ element, place }: Placed, { name, tests }: Step): boolean {
  if (name !== null && element.name !== name) return false;
  return tests.every(({ attribute, how, value }) => {
    if (attribute === placeTest) return String(place) === value;
    const given = element.attributes[attribute];
    if (given === undefined || value === "") return false;
    if (how === "part") return given.includes(value);
    return how === "word" ? given.split(/\s+/).includes(value) : given.trim() === value;
  });
}
