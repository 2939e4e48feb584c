import { isElement, type PageElement } from "../page/tree.ts";
import {
  findAll,
  placesOf,
  testPlace,
  writeSelector,
  type Placed,
  type Step,
  type Test,
} from "./selector.ts";
import { pointsAgainst, stablePart, wordsOfAddress } from "./telling-names.ts";

/** A way to name an element, and what speaks against it. */
interface Way {
  readonly steps: readonly Step[];
  readonly points: number;
}

/** Elements above the block that may be named to tell it from others. */
const ancestorsAtMost = 12;
const longestSelector = 1_800;

/**
 * A selector that most likely means the same block on other pages of the publisher: by what it is
 * for, by an id or classes that say so, within something that can be named; by its place among its
 * siblings only where nothing else tells it apart. `elements` are of `page` and hold the same text,
 * so that any of them will do. Null: there is no way that is short enough.
 */
export function makeSelector(
  page: PageElement,
  elements: readonly PageElement[],
  address: string,
): string | null {
  const places = placesOf(page);
  const words = wordsOfAddress(address);
  const wanted = new Set(places.filter(({ element }) => elements.includes(element)));
  const ways = [...wanted]
    .flatMap((placed) => waysTo(placed, words))
    .toSorted((one, other) => one.points - other.points);
  // Where an article is cut into pieces that are all named alike, all of them are meant.
  const best =
    ways.find(({ steps }) => findAll(places, steps).every((found) => wanted.has(found))) ??
    ways.find(({ steps }) => areSiblings(findAll(places, steps)));
  const [outermost] = wanted;
  const steps = best?.steps ?? (outermost === undefined ? [] : pathTo(outermost));
  const selector = writeSelector(steps);
  return selector === "" || selector.length > longestSelector ? null : selector;
}

function areSiblings(found: readonly Placed[]): boolean {
  return found.every(({ parent }) => parent === found[0]?.parent);
}

function waysTo(placed: Placed, words: ReadonlySet<string>): Way[] {
  const own = waysToName(placed.element, words);
  const ways = [...own];
  const inner = [...own, { steps: [plain(placed.element)], points: 9 }];
  /** From below the ancestor down to the block, by the names of elements alone. */
  let path: Step[] = [];
  let below = placed;
  for (let height = 1; height <= ancestorsAtMost && below.parent !== null; height++) {
    path = [plain(below.element, "child"), ...path];
    below = below.parent;
    for (const outer of waysToName(below.element, words)) {
      for (const { steps, points } of inner)
        ways.push({
          steps: [...outer.steps, ...steps],
          points: outer.points + points + 3 + height,
        });
      ways.push({ steps: [...outer.steps, ...path], points: outer.points + 12 + height * 3 });
    }
  }
  return ways;
}

const plain = ({ name }: PageElement, combinator: Step["combinator"] = "within"): Step => ({
  name,
  tests: [],
  combinator,
});

/** By what an element says of itself. */
function waysToName({ name, attributes }: PageElement, words: ReadonlySet<string>): Way[] {
  const way = (points: number, ...tests: Test[]): Way => ({
    steps: [{ name, tests, combinator: "within" }],
    points,
  });
  const ways: Way[] = [];
  if (name === "article" || name === "main") ways.push(way(4));
  for (const attribute of ["itemprop", "role"]) {
    const value = attributes[attribute]?.trim() ?? "";
    if (/^[\w -]{1,40}$/.test(value))
      ways.push(way(value === "articleBody" ? 0 : 4, { attribute, how: "is", value }));
  }
  const id = attributes.id?.trim() ?? "";
  const points = pointsAgainst(id, words);
  if (points < Infinity) ways.push(way(points + 1, { attribute: "id", how: "is", value: id }));
  return [...ways, ...waysByClass(attributes.class ?? "", words, way)];
}

function waysByClass(
  written: string,
  words: ReadonlySet<string>,
  way: (points: number, ...tests: Test[]) => Way,
): Way[] {
  const classes = [...new Set(written.split(/\s+/))]
    .flatMap((name): { points: number; test: Test }[] => {
      const stable = stablePart(name);
      if (stable !== null)
        return [{ points: 5, test: { attribute: "class", how: "part", value: stable } }];
      const points = pointsAgainst(name, words);
      if (points === Infinity) return [];
      return [{ points: points + 2, test: { attribute: "class", how: "word", value: name } }];
    })
    .slice(0, 8);
  const single = classes.map(({ points, test }) => way(points, test));
  const pairs = classes.flatMap((one, at) =>
    classes
      .slice(at + 1)
      .map((other) => way(Math.max(one.points, other.points) + 2, one.test, other.test)),
  );
  return [...single, ...pairs];
}

/** By places, from the nearest element that has an id, else from the body. */
function pathTo(placed: Placed): Step[] {
  const steps: Step[] = [];
  for (let at: Placed | null = placed; at !== null && at.element.name !== "html"; at = at.parent) {
    const { element, parent, place } = at;
    const isAlone =
      parent?.element.children.filter((child) => isElement(child) && child.name === element.name)
        .length === 1;
    steps.unshift({
      name: element.name,
      tests: isAlone ? [] : [testPlace(place)],
      combinator: element.name === "body" ? "within" : "child",
    });
  }
  return steps;
}
