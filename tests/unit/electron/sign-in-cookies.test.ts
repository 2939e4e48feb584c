import { describe, expect, test } from "vitest";
import { cookieHeader, type StoredCookie } from "../../../main/electron/cookie-header.ts";
import { readSetCookie } from "../../../main/electron/set-cookie.ts";

const cookie = (changes: Partial<StoredCookie> = {}): StoredCookie => ({
  ...{ name: "id", value: "1", domain: "example.com", hostOnly: true, path: "/", secure: false },
  ...changes,
});
const header = (address: string, ...cookies: StoredCookie[]): string | null =>
  cookieHeader(cookies, new URL(address));

describe("the header Cookie", () => {
  test.each<[string, Partial<StoredCookie>, string, boolean]>([
    ["its host", {}, "https://example.com/a", true],
    ["a host below, of a host's own cookie", {}, "https://www.example.com/", false],
    ["a host below", { hostOnly: false, domain: ".example.com" }, "https://www.example.com/", true],
    ["a host above", { domain: "www.example.com" }, "https://example.com/", false],
    [
      "a host that only ends alike",
      { hostOnly: false, domain: ".example.com" },
      "https://badexample.com/",
      false,
    ],
    ["another site", { domain: "tracker.example" }, "https://example.com/", false],
    ["below an IP address", { hostOnly: false, domain: "0.0.1" }, "http://127.0.0.1/", false],
    ["without a domain", { domain: "" }, "https://example.com/", false],
    ["a folder", { path: "/news" }, "https://example.com/news/today", true],
    ["the folder itself", { path: "/news" }, "https://example.com/news", true],
    ["a folder that only begins alike", { path: "/news" }, "https://example.com/newsroom", false],
    ["a folder with a slash", { path: "/news/" }, "https://example.com/news", false],
    ["a secure one, encrypted", { secure: true }, "https://example.com/", true],
    ["a secure one, in the clear", { secure: true }, "http://example.com/", false],
    ["one with a line break", { value: "1\r\nX-Evil: 1" }, "https://example.com/", false],
    ["one with a semicolon", { value: "1; admin=1" }, "https://example.com/", false],
  ])("%s", (_, changes, address, goes) => {
    expect(header(address, cookie(changes))).toBe(goes ? "id=1" : null);
  });

  test("the longest paths come first, all in one line", () => {
    const sent = header(
      "https://example.com/news/today",
      cookie({ name: "a" }),
      cookie({ name: "b", path: "/news" }),
      cookie({ name: "", value: "bare" }),
      cookie({ name: "c", value: "x=y" }),
    );
    expect(sent).toBe("b=1; a=1; bare; c=x=y");
  });
});

describe("a line Set-Cookie", () => {
  const now = Date.UTC(2026, 10, 23, 12);
  const seconds = now / 1000;
  const read = (line: string, address = "https://www.example.com/news/today") =>
    readSetCookie(line, new URL(address), now);

  test("with nothing but a pair is of the host and its folder, for the session", () => {
    expect(read("id=a=b")).toEqual({
      ...{ name: "id", value: "a=b", domain: null, path: "/news", secure: false },
      ...{ httpOnly: false, sameSite: "unspecified", expires: null },
    });
  });

  test("with everything", () => {
    const line = `id = 1 ; Domain=.Example.com; PATH=/; secure; HttpOnly; SameSite=None; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT`;
    expect(read(line)).toEqual({
      ...{ name: "id", value: "1", domain: "example.com", path: "/", secure: true },
      ...{ httpOnly: true, sameSite: "no_restriction", expires: seconds + 60 },
    });
  });

  test.each([
    ["id=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT", 0],
    ["id=1; Max-Age=0", seconds],
    ["id=1; Max-Age=-1", seconds - 1],
    ["id=1; Max-Age=x", null],
    ["id=1; Expires=whenever", null],
  ])("%s ends at %s", (line, expires) => {
    expect(read(line)?.expires).toBe(expires);
  });

  test.each([
    ["without a name", "=1", undefined],
    ["without a pair", "Secure", undefined],
    ["for another host", "id=1; Domain=tracker.example", undefined],
    ["for a host below", "id=1; Domain=deep.www.example.com", undefined],
    ["for a host that ends alike", "id=1; Domain=ample.com", undefined],
    ["secure in the clear", "id=1; Secure", "http://www.example.com/"],
    ["without end", `id=${"x".repeat(9000)}`, undefined],
  ])("%s is passed over", (_, line, address) => {
    expect(read(line, address)).toBe(null);
  });

  test("with an odd path or policy counts as without", () => {
    expect(read("id=1; Path=news; SameSite=toString")).toMatchObject({
      ...{ path: "/news", sameSite: "unspecified" },
    });
    expect(read("id=1", "https://example.com/")).toMatchObject({ path: "/" });
  });
});
