import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { articleId } from "../../../preload/contract/contract.ts";
import { parseQuery } from "../../../main/search/query/parse-query.ts";
import { SearchIndex } from "../../../main/search/search-index.ts";
import type { SearchDocument, SearchOptions } from "../../../main/search/types.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-search-"));
const beginningOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const firstDay = 20_000;

/** Articles by number, a day apart; over two files of the index. */
const articles: readonly Partial<SearchDocument>[] = [
  {
    headline: "High tide floods the harbour",
    text: "The water rose to the quay. Nobody was hurt, said the harbour master.",
    author: "Ann O’Neill",
    title: "The Coastal Post",
    tags: ["Floods", "Harbour life"],
    section: "Local",
  },
  {
    headline: "Budget vote postponed",
    text: "Parliament postponed the vote on next year's budget until Thursday.",
    author: "Bert Straße",
    title: "Capital Gazette",
    tags: ["Budget"],
    section: "Politics",
  },
  {
    headline: "A budget for the harbour",
    text: "The town will pay for a new quay. The tide is one reason.",
    author: "Ann O'Neill",
    title: "The Coastal Post",
    section: "Local",
  },
  { headline: "東京大学が図書館を公開", text: "大学は新しい図書館を公開した。", title: "朝の新聞" },
  { headline: "오늘의 뉴스", text: "서울에서 새로운 도서관이 문을 열었다.", title: "아침 신문" },
  { headline: "ข่าววันนี้", text: "ห้องสมุดใหม่เปิดแล้วในกรุงเทพ", title: "ข่าวเช้า" },
  { headline: "В Москве выпал снег", text: "Ёлки стоят под снегом.", title: "Утро" },
  { headline: "أخبار المدينة", text: "افتتحت المكتبة الجديدة في القاهرة", title: "الصباح" },
  { headline: "Η Οδύσσεια ξανά", text: "Ο Οδυσσεύς γυρίζει στην Ιθάκη.", title: "Πρωινή" },
  { headline: "Việt Nam mở thư viện", text: "Thư viện mới ở Hà Nội.", title: "Buổi Sáng" },
  { headline: "Ångström und Größe", text: "Im Süden liegt die Straße.", title: "Morgenblatt" },
  { headline: "חדשות העיר", text: "הספרייה נפתחה בתל אביב", title: "בוקר" },
  {
    headline: "Quarterly figures",
    text: "Profits rose. See https://example.org/report and vendée-globe for more. C++ too.",
    title: "Ledger",
    note: "read before the meeting",
    section: "Business",
  },
];
const documents = articles.map((article, at): SearchDocument => ({
  headline: "",
  text: "",
  author: "",
  title: "",
  tags: [],
  note: "",
  section: null,
  stamp: 7,
  published: (firstDay + at * 4) * 86_400_000,
  ...article,
  articleId: articleId.parse(`${firstDay + at * 4}-1`),
}));
const unread = new Set([0, 3, 12].map((at) => documents[at]?.articleId));

let index: SearchIndex;
beforeAll(() => {
  index = new SearchIndex(folder);
  index.put(documents);
});
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

/** Numbers of the articles that a query finds, in its order. */
function found(typed: string, options: Partial<SearchOptions> = {}, isTyping = false): number[] {
  const { query } = parseQuery(typed, { today: "2024-12-01", isTyping });
  if (query === null) return [];
  const marks = {
    unread: (id: unknown) => unread.has(id as never),
    bookmarked: (id: unknown) => id === documents[2]?.articleId,
    offline: (id: unknown) => id !== documents[1]?.articleId,
  };
  const { articleIds } = index.search(query, {
    limit: 50,
    order: "newest",
    marks,
    beginningOf,
    ...options,
  });
  return articleIds.map((id) => documents.findIndex((document) => document.articleId === id));
}

describe("finds, newest first", () => {
  test.each<[string, number[]]>([
    ["harbour", [2, 0]],
    ["HARBOUR", [2, 0]],
    ["tide harbour", [2, 0]],
    ["harbor", []],
    ['"high tide"', [0]],
    ['"tide high"', []],
    ["harb*", [2, 0]],
    ["budget", [2, 1]],
    ["budget -harbour", [1]],
    ["-harbour budget", [1]],
    ["tide OR vote", [2, 1, 0]],
    ["(tide OR vote) budget", [2, 1]],
    ["-(budget OR library)", [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 0]],
    ["headline:harbour", [2, 0]],
    ["headline:quay", []],
    ["text:quay", [2, 0]],
    ["author:neill", []],
    ["author:oneill", [2, 0]],
    ["author:O'Neill", [2, 0]],
    ["author:o’neill", [2, 0]],
    ['author:"ann oneill"', [2, 0]],
    ["author:strasse", [1]],
    ["title:coastal", [2, 0]],
    ['title:"capital gazette"', [1]],
    ["tag:floods", [0]],
    ['tag:"harbour life"', [0]],
    ['tag:"floods harbour"', [0]],
    ["-tag:floods harbour", [2]],
    ["note:meeting", [12]],
    ["meeting", [12]],
    ["section:local", [2, 0]],
    ["section:politics OR section:business", [12, 1]],
    ["section:local budget", [2]],
    ["is:unread", [12, 3, 0]],
    ["is:unread tide", [0]],
    ["is:read tide", [2]],
    ["-is:unread tide", [2]],
    ["is:bookmarked", [2]],
    ["is:bookmarked OR vote", [2, 1]],
    ["-is:offline", [1]],
    ["tide (is:bookmarked OR section:politics)", [2]],
    ["after:2024-11-15", [12, 11]],
    ["before:2024-10-05", [0]],
    ["on:2024-10-04", [0]],
    ["budget after:2024-10-10", [2]],
    ["東京", [3]],
    ["図書館", [3]],
    ["大学 公開", [3]],
    ["京東", []],
    ["뉴스", [4]],
    ["도서관", [4]],
    ["서울", [4]],
    ["ข่าว", [5]],
    ["ห้องสมุด", [5]],
    ["елки", [6]],
    ["Ёлки", [6]],
    ["москве", [6]],
    ["снег*", [6]],
    ["اخبار", [7]],
    ["المكتبه", [7]],
    ["المَكتَبة", [7]],
    ["οδυσσευς", [8]],
    ["ΟΔΥΣΣΕΎΣ", [8]],
    ["ιθακη", [8]],
    ["viet nam", [9]],
    ["thu vien", [9]],
    ["Hà Nội", [9]],
    ["angstrom", [10]],
    ["ÅNGSTRÖM", [10]],
    ["grosse", [10]],
    ["strasse", [10, 1]],
    ["süden", [10]],
    ["suden", [10]],
    ["חדשות", [11]],
    ["ספרייה", []],
    ["הספרייה", [11]],
    ["https://example.org/report", [12]],
    ["example.org", [12]],
    ["vendée-globe", [12]],
    ["vendee globe", [12]],
    ["c++", [12]],
    ["harbour NEAR tide", []],
    ["headline", []],
    ['"', []],
    ["rowid", []],
    ["budget) OR (harbour", [2]],
  ])("%s", (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  test.each<[string, number[]]>([
    ["harb", [2, 0]],
    ["budget harb", [2]],
    ["headline:quart", [12]],
    ["図書", [3]],
    ["odys", []],
    ["οδυ", [8]],
  ])("while it is typed, %s", (typed, expected) => {
    expect(found(typed, {}, true)).toEqual(expected);
  });
});

test("the best come first when that is asked for: a word in the headline counts more", () => {
  expect(found("quay OR harbour", { order: "relevance" })).toEqual([0, 2]);
  expect(found("vote budget", { order: "relevance" })).toEqual([1]);
});

test("no more than are asked for come, and it is said that there are more", () => {
  const { query } = parseQuery("budget OR harbour", { today: "2024-12-01" });
  if (query === null) throw new Error("no query");
  const marks = { unread: () => false, bookmarked: () => false, offline: () => false };
  const options = { order: "newest", marks, beginningOf } as const;
  expect(index.search(query, { ...options, limit: 2 })).toEqual({
    articleIds: [documents[2]?.articleId, documents[1]?.articleId],
    hasMore: true,
  });
  expect(index.search(query, { ...options, limit: 3 }).hasMore).toBe(false);
});

describe("an index of its own", () => {
  const own = (): { folder: string; open: () => SearchIndex } => {
    const path = mkdtempSync(join(tmpdir(), "broadsheet-search-"));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    return { folder: path, open: () => new SearchIndex(path) };
  };
  const [first] = documents;
  if (first === undefined) throw new Error("no documents");

  test("what is put in again is replaced, and what is taken out is gone", () => {
    const opened = own().open();
    opened.put(documents);
    opened.put([{ ...first, headline: "Calm sea", text: "", tags: [] }]);
    const hits = (typed: string) => {
      const { query } = parseQuery(typed, { today: "2024-12-01" });
      const marks = { unread: () => true, bookmarked: () => true, offline: () => true };
      return query && opened.search(query, { limit: 9, order: "newest", marks, beginningOf });
    };
    expect(hits("floods")?.articleIds).toEqual([]);
    expect(hits("calm")?.articleIds).toEqual([first.articleId]);
    opened.remove([first.articleId]);
    expect(hits("calm")?.articleIds).toEqual([]);
    expect(opened.digests().size).toBe(documents.length - 1);
    opened.close();
  });

  test("a file that is damaged, or of another version, is made anew, and its days are missing", () => {
    const { folder: path, open } = own();
    const opened = open();
    opened.put(documents);
    expect(opened.stampsOf(firstDay)).toEqual(new Map([[1, 7]]));
    opened.close();
    const files = readdirSync(path).filter((name) => name.endsWith(".db"));
    expect(files).toHaveLength(3);
    writeFileSync(join(path, files[0] ?? ""), "not a database at all, but long enough".repeat(50));
    const again = open();
    const days = again.digests().size;
    expect(days).toBeGreaterThan(0);
    expect(days).toBeLessThan(documents.length);
    again.put(documents);
    expect(again.digests().size).toBe(documents.length);
    again.close();
  });
});
