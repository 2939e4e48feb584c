/**
 * Values between the window and the main process, as text: what survives `structuredClone` survives this,
 * except cycles, which are refused. Both functions are also sent to the page as source text,
 * so each must stand alone: no imports, no helpers outside its own body.
 */

/** @throws Error "An object could not be cloned." as Electron does, for functions, symbols and cycles. */
export function encode(input: unknown): string {
  const path = new Set<object>();
  const toBase64 = (bytes: Uint8Array): string => {
    let binary = "";
    for (let start = 0; start < bytes.length; start += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
    }
    return btoa(binary);
  };
  const tagged = (kind: string, value?: unknown): unknown => ({ $: kind, value });

  const special = (value: object): unknown => {
    if (value instanceof Date) return tagged("Date", value.getTime());
    if (value instanceof RegExp) return tagged("RegExp", [value.source, value.flags]);
    if (value instanceof Map) {
      return tagged(
        "Map",
        [...(value as Map<unknown, unknown>)].map(([key, item]) => [plain(key), plain(item)]),
      );
    }
    if (value instanceof Set) return tagged("Set", [...(value as Set<unknown>)].map(plain));
    if (value instanceof Error) {
      return tagged("Error", [value.name, value.message, value.stack]);
    }
    if (value instanceof ArrayBuffer) return tagged("ArrayBuffer", toBase64(new Uint8Array(value)));
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      // Node's Buffer arrives as the Uint8Array it is, as structuredClone has it.
      const kind = value instanceof Uint8Array ? "Uint8Array" : value.constructor.name;
      return tagged(kind, toBase64(bytes));
    }
    const entries = Object.entries(value).map(([key, item]) => [key, plain(item)]);
    return "$" in value ? tagged("Object", entries) : Object.fromEntries(entries);
  };

  const plain = (value: unknown): unknown => {
    if (value === undefined) return tagged("undefined");
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number") {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : tagged("number", Object.is(value, -0) ? "-0" : String(value));
    }
    if (typeof value === "bigint") return tagged("bigint", String(value));
    if (typeof value !== "object" || path.has(value)) {
      throw new Error("An object could not be cloned.");
    }
    path.add(value);
    const result = Array.isArray(value) ? value.map(plain) : special(value);
    path.delete(value);
    return result;
  };

  return JSON.stringify(plain(input));
}

/** Undoes {@link encode}. */
export function decode(text: string): unknown {
  const fromBase64 = (base64: string): ArrayBuffer =>
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;

  const untagged = (kind: unknown, value: unknown): unknown => {
    switch (kind) {
      case "undefined":
        return undefined;
      case "number":
        return Number(value);
      case "bigint":
        return BigInt(value as string);
      case "Date":
        return new Date(value as number);
      case "RegExp":
        return new RegExp(...(value as [string, string]));
      case "Map":
        return new Map(
          (value as [unknown, unknown][]).map(([key, item]) => [lively(key), lively(item)]),
        );
      case "Set":
        return new Set((value as unknown[]).map(lively));
      case "Object":
        return Object.fromEntries(
          (value as [string, unknown][]).map(([key, item]) => [key, lively(item)]),
        );
      case "Error": {
        const [name, message, stack] = value as [string, string, string];
        return Object.assign(new Error(message), { name, stack });
      }
      case "ArrayBuffer":
        return fromBase64(value as string);
      default: {
        const views = globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>;
        const View = views[kind as string];
        if (View === undefined) throw new Error(`No such kind of value: ${String(kind)}`);
        return new View(fromBase64(value as string));
      }
    }
  };

  const lively = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(lively);
    const record = value as Record<string, unknown>;
    if (typeof record.$ === "string") return untagged(record.$, record.value);
    for (const [key, item] of Object.entries(record)) {
      if (typeof item === "object" && item !== null) record[key] = lively(item);
    }
    return record;
  };

  return lively(JSON.parse(text));
}
