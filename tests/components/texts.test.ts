import { describe, expect, test } from "vitest";
import { commandTable } from "../../renderer/app/commands.ts";
import { englishErrors } from "../../renderer/text/en-errors.ts";
import { english } from "../../renderer/text/en.ts";
import { formatBytes, formatDay, formatReadingTime } from "../../renderer/text/formats.ts";
import { sections, t, wordError } from "../../renderer/text/text.ts";
import { errorCode, section } from "../../preload/contract/contract.ts";

describe("the catalogue of texts", () => {
  test("words every error of the contract, and no other", () => {
    expect(Object.keys(englishErrors).sort()).toEqual([...errorCode.options].sort());
    for (const code of errorCode.options) {
      const text = wordError({ code, details: { status: 503 } });
      expect(text.length, `text of ${code}`).toBeGreaterThan(20);
      expect(text, `text of ${code}`).not.toMatch(/[{}]/);
    }
  });

  test("words an error whose details are missing", () => {
    expect(wordError({ code: "http-status" })).toBe(
      "The server refused. What is on this disk is kept; it is tried again by itself.",
    );
    expect(wordError({ code: "http-status", details: { status: 1403 } })).toContain("status 1403");
  });

  test("names every section in the order of the contract", () => {
    expect(sections).toEqual(section.options);
  });

  test("names every command", () => {
    for (const { id } of commandTable) expect(english[`command.${id}`]).not.toBe("");
  });

  test("gives no key to two commands", () => {
    const keys = commandTable.flatMap((command): readonly string[] => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("chooses the form for a number and writes it the reader's way", () => {
    expect(t("list.newer", { count: 1 })).toBe("1 new article");
    expect(t("list.newer", { count: 12_000 })).toBe("12,000 new articles");
  });
});

describe("formats", () => {
  const now = new Date(2026, 10, 23, 15, 0).getTime();

  test("days", () => {
    expect(formatDay("2026-11-23", now)).toBe("Today");
    expect(formatDay("2026-11-22", now)).toBe("Yesterday");
    expect(formatDay("2026-11-20", now)).toContain("Friday");
    expect(formatDay("2025-11-20", now)).toContain("2025");
  });

  test("sizes and reading times", () => {
    expect(formatBytes(84_300_000)).toBe("84 MB");
    expect(formatBytes(0)).toBe("0 kB");
    expect(formatReadingTime(690)).toBe("3 minutes to read");
    expect(formatReadingTime(12)).toBe("");
  });
});
