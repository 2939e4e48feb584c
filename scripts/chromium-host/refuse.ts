/** What the host does not imitate says so by name, instead of doing nothing. */

/** Names JavaScript itself asks of any object (awaiting, printing, serialising). */
const askedByTheLanguage = new Set(["then", "toJSON", "asymmetricMatch", "nodeType"]);

/** @returns the error that names what is missing, such as `electron.app.relaunch`. */
export function refusal(name: string): Error {
  return new Error(`electron.${name} is not imitated by the Chromium host`);
}

/** Wraps a part of the host so that every name it lacks throws the {@link refusal} of that name. */
export function imitation<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get(target, property) {
      if (typeof property === "symbol" || property in target) {
        const value: unknown = Reflect.get(target, property, target);
        // Bound, because private fields are not reachable through a proxy. Classes stay as they are.
        return typeof value === "function" && !Object.hasOwn(value, "prototype")
          ? (value.bind(target) as unknown)
          : value;
      }
      if (askedByTheLanguage.has(property)) return undefined;
      throw refusal(`${name}.${property}`);
    },
    set(target, property, value) {
      if (typeof property === "string" && !(property in target)) {
        throw refusal(`${name}.${property}`);
      }
      return Reflect.set(target, property, value, target);
    },
  });
}

/** A whole part of Electron that is missing: naming it is allowed, using it throws. */
export function refused(name: string): unknown {
  // Not an arrow function, which could not stand for a class.
  function refuse(): never {
    throw refusal(name);
  }
  return new Proxy(refuse, {
    get(_, property) {
      if (typeof property === "symbol" || askedByTheLanguage.has(property)) return undefined;
      throw refusal(`${name}.${property}`);
    },
    construct: refuse,
    apply: refuse,
  });
}
