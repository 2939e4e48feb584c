import { expect, it } from "vitest";
import { freshSeconds, languageOf } from "../../../main/fetching/response-facts.ts";

const now = Date.UTC(2026, 10, 23);

it.each([
  [{ "cache-control": "private, max-age=600" }, 600],
  [{ "cache-control": ["private", "max-age=600"] }, 600],
  [{ "cache-control": "max-age=600", age: "100" }, 500],
  [{ "cache-control": "s-maxage=600" }, null],
  [{ "cache-control": "no-cache, max-age=600" }, 0],
  [{ expires: "Mon, 23 Nov 2026 01:00:00 GMT" }, 3600],
  [{ expires: "0" }, 0],
  [{}, null],
])("%j is fresh for %j seconds", (headers, seconds) => {
  expect(freshSeconds(headers, now)).toBe(seconds);
});

it.each([
  ["pt-BR", "pt-BR"],
  [" de ", "de"],
  ["en, fr", null],
  ["none given", null],
  [undefined, null],
])("Content-Language %j names %j", (header, language) => {
  expect(languageOf({ "content-language": header })).toBe(language);
});
