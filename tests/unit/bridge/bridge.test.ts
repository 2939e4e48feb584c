import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { createBridge, isOurWindow, type Sender } from "../../../main/bridge/bridge.ts";
import {
  requests,
  type Handlers,
  type Reply,
  type RequestName,
} from "../../../preload/contract/contract.ts";
import { sampleInputs } from "./sample-inputs.ts";

const window: Sender = { address: "app://broadsheet/index.html", isMainFrame: true };
const names = Object.keys(requests) as RequestName[];

/** A bridge whose handlers only note that they were called. */
function bridgeWith(handler: (input: unknown) => unknown = () => ({})) {
  const called = vi.fn(handler);
  const handlers = Object.fromEntries(names.map((name) => [name, called])) as unknown as Handlers;
  const log = vi.fn();
  return { bridge: createBridge({ handlers, log }), called, log };
}

function codeOf(reply: Reply<unknown>): string {
  return reply.ok ? "ok" : reply.error.code;
}

/** Values of the wrong kind, and of the kind that breaks careless code. */
const hostile: readonly unknown[] = [
  undefined,
  null,
  true,
  NaN,
  -1,
  1e308,
  "",
  "x".repeat(25_000_000),
  "../../../etc/passwd",
  "javascript:alert(1)",
  "\u0000",
  [],
  [null],
  Array.from({ length: 6000 }, () => 1),
  { __proto__: null },
  JSON.parse('{"__proto__": {"polluted": true}}'),
  { constructor: { prototype: {} } },
  () => 1,
  Symbol("x"),
  10n,
];

describe("every request", () => {
  it.each(names)("%s takes a good input", async (name) => {
    const { bridge, called } = bridgeWith();
    expect(codeOf(await bridge.answer(window, name, sampleInputs[name]))).toBe("ok");
    expect(called).toHaveBeenCalledOnce();
  });

  it.each(names)("%s refuses input that is no object of its shape", async (name) => {
    const { bridge, called } = bridgeWith();
    const isEmptyObject = (value: unknown): boolean =>
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).length === 0;
    for (const input of hostile) {
      // Requests without input, and those that change only what is named, take an empty object.
      if (isEmptyObject(input) && requests[name].input.safeParse({}).success) continue;
      expect(codeOf(await bridge.answer(window, name, input)), inspect(input).slice(0, 40)).toBe(
        "invalid-input",
      );
    }
    expect(called).not.toHaveBeenCalled();
  });

  it.each(names)("%s refuses a field it does not know", async (name) => {
    const { bridge, called } = bridgeWith();
    const input = { ...sampleInputs[name], surplus: 1 };
    expect(codeOf(await bridge.answer(window, name, input))).toBe("invalid-input");
    expect(called).not.toHaveBeenCalled();
  });

  it.each(names)("%s hands no hostile value of a field to its handler unchecked", async (name) => {
    const { bridge, called } = bridgeWith();
    for (const field of Object.keys(sampleInputs[name])) {
      for (const value of hostile) {
        const reply = await bridge.answer(window, name, { ...sampleInputs[name], [field]: value });
        if (reply.ok) {
          // What got through is within the contract: checking it again changes nothing.
          const handed: unknown = called.mock.lastCall?.[0];
          expect(requests[name].input.safeParse(handed).success).toBe(true);
          expect(JSON.stringify(handed).length, `${name}.${field}`).toBeLessThan(20_001_000);
        } else expect(reply.error.code).toBe("invalid-input");
      }
    }
    expect("polluted" in {}).toBe(false);
  });

  it.each(names)("%s is refused to anyone but our window's main frame", async (name) => {
    const { bridge, called } = bridgeWith();
    const others: Sender[] = [
      { address: "app://broadsheet/index.html", isMainFrame: false },
      { address: "app://broadsheet.evil/index.html", isMainFrame: true },
      { address: "app://evil/?app://broadsheet/", isMainFrame: true },
      { address: "https://broadsheet/", isMainFrame: true },
      { address: "about:blank", isMainFrame: true },
      { address: "", isMainFrame: true },
      { address: null, isMainFrame: true },
    ];
    for (const sender of others) {
      expect(codeOf(await bridge.answer(sender, name, sampleInputs[name]))).toBe("forbidden");
    }
    expect(called).not.toHaveBeenCalled();
  });
});

describe("the bridge", () => {
  it.each(["nothing.here", "", "__proto__", "constructor", "toString", 1, null, undefined, {}, []])(
    "refuses the unknown request %s",
    async (name) => {
      const { bridge, called } = bridgeWith();
      expect(codeOf(await bridge.answer(window, name, {}))).toBe("unknown-request");
      expect(called).not.toHaveBeenCalled();
    },
  );

  it("passes on the code and details of a refusal, but no stack", async () => {
    const error = Object.assign(new Error("gone"), {
      code: "http-status",
      details: { status: 410 },
    });
    const { bridge } = bridgeWith(() => {
      throw error;
    });
    expect(await bridge.answer(window, "sources.list", {})).toEqual({
      ok: false,
      error: { code: "http-status", message: "gone", details: { status: 410 } },
    });
  });

  it("keeps the words of an unexpected error from the window and logs them", async () => {
    const { bridge, log } = bridgeWith(() => Promise.reject(new Error("/home/someone/secret")));
    const reply = await bridge.answer(window, "sources.list", {});
    expect(codeOf(reply)).toBe("internal");
    expect(JSON.stringify(reply)).not.toContain("secret");
    expect(log).toHaveBeenCalledOnce();
  });

  it("knows its own window", () => {
    expect(isOurWindow(window)).toBe(true);
    expect(isOurWindow({ address: "app://broadsheet/", isMainFrame: true })).toBe(true);
    expect(isOurWindow({ address: "app://broadsheet:80/", isMainFrame: true })).toBe(false);
  });
});
