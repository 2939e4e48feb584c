import { describe, expect, test } from "vitest";
import { decode, encode } from "../../../scripts/chromium-host/wire.ts";

const values: [string, unknown][] = [
  ["undefined", undefined],
  ["null", null],
  ["text with quotes and line ends", 'a "b"\n\u2028\ud83d\ude00'],
  ["numbers JSON has no word for", [Number.NaN, Infinity, -Infinity, -0, 0]],
  ["a big integer", 12345678901234567890n],
  ["a date", new Date(0)],
  ["a regular expression", /a+/giu],
  ["bytes", new Uint8Array([0, 127, 128, 255])],
  ["many bytes", new Uint8Array(100_000).fill(7)],
  ["wider numbers", new Float64Array([1.5, -2])],
  ["a bare buffer", new Uint8Array([1, 2, 3]).buffer],
  ["a map of anything", new Map<unknown, unknown>([[{ a: 1 }, new Set([undefined])]])],
  ["nested records and lists", { a: [{ b: undefined }, [[]]], c: {} }],
  ["a record that looks like our own marks", { $: "Date", value: 1, more: [{ $: 2 }] }],
  ["the same record twice", ((shared) => [shared, shared])({ a: 1 })],
];

describe("values on their way between window and program", () => {
  test.each(values)("%s arrives as structuredClone would have it", (_, value) => {
    expect(decode(encode(value))).toStrictEqual(structuredClone(value));
  });

  test("an error keeps its name, message and stack", () => {
    const error = new TypeError("it broke");
    const arrived = decode(encode(error)) as Error;
    expect(arrived).toBeInstanceOf(Error);
    expect([arrived.name, arrived.message, arrived.stack]).toEqual([
      "TypeError",
      "it broke",
      error.stack,
    ]);
  });

  test("what cannot be cloned is refused in Electron's words", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const value of [() => 1, Symbol("s"), { f: () => 1 }, cycle]) {
      expect(() => encode(value)).toThrow("An object could not be cloned.");
    }
  });

  test("both directions work as bare source text, which is how the page has them", () => {
    // The page gets these functions without the module around them.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const inPage = new Function(
      `return (${String(decode)})((${String(encode)})({ a: [1n] }))`,
    ) as () => unknown;
    expect(inPage()).toEqual({ a: [1n] });
  });
});
