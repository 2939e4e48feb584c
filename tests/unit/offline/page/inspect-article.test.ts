import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sentences } from "./sentences.ts";

const script = join(import.meta.dirname, "..", "..", "..", "..", "scripts", "inspect.ts");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inspect-"));
  writeFileSync(
    join(folder, "page.html"),
    `<html lang=en><head><title>The bridge opens | The Example</title>
    <meta property="og:site_name" content="The Example"><meta property="og:title" content="The bridge opens">
    <meta property="og:image" content="/p/bridge.jpg"><meta name=author content="Ann Author">
    <meta property="article:published_time" content="2024-03-01T10:00:00+01:00"><meta property="article:section" content="Town">
    </head><body><nav><a href=/>Home</a></nav><article><h1>The bridge opens</h1><p>By Ann Author</p>
    ${sentences("en", 6)}<p onclick="steal()"><img src=/p/bridge.jpg alt=Bridge></p><script>steal()</script></article></body></html>`,
  );
  writeFileSync(
    join(folder, "list.jsonl"),
    '{"file":"page.html","url":"https://example.org/town/bridge"}\n{"file":"missing.html","url":"https://example.org/"}\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inspect(...given: string[]): { status: number | null; output: string; complaint: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, output: stdout, complaint: stderr };
}

test("one file", () => {
  const { status, output } = inspect(
    "article",
    "page.html",
    "--url",
    "https://example.org/town/bridge",
  );
  expect(status).toBe(0);
  const { html, text, ...facts } = JSON.parse(output) as { html: string; text: string };
  expect(facts).toMatchObject({
    ok: true,
    url: "https://example.org/town/bridge",
    title: "The bridge opens",
    byline: "Ann Author",
    published: "2024-03-01T09:00:00.000Z",
    section: "Town",
    language: "en",
    leadImage: "https://example.org/p/bridge.jpg",
    paywalled: false,
    completeness: "whole",
  });
  expect(text.split("\n")).toHaveLength(6);
  expect(text).not.toContain("Author");
  expect(html).toContain('<img src="https://example.org/p/bridge.jpg" alt="Bridge" />');
  expect(html).not.toContain("steal");
});

test("a batch: one line each, in order", () => {
  const { status, output } = inspect("article", "--batch", "list.jsonl");
  expect(status).toBe(0);
  const lines = output.trimEnd().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { ok: boolean }).ok)).toEqual([true, false]);
});

test.each([
  ["no file", "article"],
  ["a missing file", "article", "missing.html", "--url", "https://example.org/"],
  ["no address", "article", "page.html"],
  ["what is no address of a page", "article", "page.html", "--url", "file:///page.html"],
])("exit code 2 and one line for %s", (_name, ...given) => {
  const { status, output, complaint } = inspect(...given);
  expect(status).toBe(2);
  expect(output).toBe("");
  expect(complaint.trimEnd().split("\n")).toHaveLength(1);
});
