import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const script = join(import.meta.dirname, "..", "..", "..", "scripts", "inspect.ts");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inspect-"));
  writeFileSync(
    join(folder, "feed.xml"),
    "<rss><channel><title>T</title><item><title>a</title><link>/1</link><pubDate>1 Jan 2020</pubDate>" +
      '<enclosure url="/a.mp3" type="audio/mpeg" length="3"/></item></channel></rss>',
  );
  writeFileSync(
    join(folder, "list.jsonl"),
    '{"file":"feed.xml","baseUrl":"https://x.org/"}\n{"file":"missing.xml"}\n',
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
  const { status, output } = inspect("feed", "feed.xml", "--base", "https://x.org/feed");
  expect(status).toBe(0);
  expect(JSON.parse(output)).toEqual({
    ok: true,
    format: "rss",
    title: "T",
    link: null,
    description: "",
    language: null,
    image: null,
    icon: null,
    self: null,
    hubs: [],
    waitMinutes: null,
    skipHours: [],
    skipDays: [],
    problems: [],
    items: [
      {
        id: null,
        title: "a",
        link: "https://x.org/1",
        published: "2020-01-01T00:00:00.000Z",
        updated: null,
        authors: [],
        summary: "",
        content: "",
        enclosures: [{ url: "https://x.org/a.mp3", type: "audio/mpeg", length: 3 }],
        image: null,
        categories: [],
        language: null,
        discussion: null,
        replyTo: null,
        place: null,
        duration: null,
      },
    ],
  });
});

test("a batch: one line each, in order", () => {
  const { status, output } = inspect("feed", "--batch", "list.jsonl");
  expect(status).toBe(0);
  const lines = output.trimEnd().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { ok: boolean }).ok)).toEqual([true, false]);
});

test.each([
  ["no subject"],
  ["an unknown subject", "weather"],
  ["no file", "feed"],
  ["a missing file", "feed", "missing.xml"],
  ["an address", "feed", "https://x.org/feed"],
  ["an unknown option", "feed", "--loud"],
  ["a list that is no list", "feed", "--batch", "feed.xml"],
])("exit code 2 and one line for %s", (_name, ...given) => {
  const { status, output, complaint } = inspect(...given);
  expect(status).toBe(2);
  expect(output).toBe("");
  expect(complaint.trimEnd().split("\n")).toHaveLength(1);
});
