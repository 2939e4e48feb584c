import { join } from "node:path";
import { expect, test } from "vitest";
import type { Library } from "../../../main/library/library.ts";
import { savedSearchId } from "../../../preload/contract/contract.ts";
import { emptyLibrary } from "./backup-samples.ts";
import { TestLibrary } from "./open-library.ts";

const gone = savedSearchId.parse(99);

const names = ({ searches }: Library): string[] => searches.all().map(({ name }) => name);

async function three() {
  const opened = await TestLibrary.make();
  const { searches } = opened.library;
  const ids = [
    await searches.add("One", "first"),
    await searches.add("Two", "second"),
    await searches.add("Three", "third"),
  ] as const;
  return { opened, searches, ids };
}

test("kept searches are moved, changed, removed and put back where they were, and outlive a restart", async () => {
  const { opened, searches, ids } = await three();
  const [one, two, last] = ids;
  expect(await searches.move(last, one)).toBe(true);
  expect(names(opened.library)).toEqual(["Three", "One", "Two"]);
  expect(await searches.move(last, null)).toBe(true);
  expect(await searches.move(two, two)).toBe(true);
  expect(names(opened.library)).toEqual(["One", "Two", "Three"]);
  expect(await searches.change(two, { name: "Second" })).toBe(true);

  const removed = await searches.remove(two);
  if (removed === null) throw new Error("not removed");
  expect(names(opened.library)).toEqual(["One", "Three"]);
  await searches.restore(removed);
  await searches.restore(removed);
  expect(names(opened.library)).toEqual(["One", "Second", "Three"]);

  for (const refused of [
    searches.move(gone, null),
    searches.move(one, gone),
    searches.change(gone, { name: "x" }),
  ])
    expect(await refused).toBe(false);
  expect(await searches.remove(gone)).toBeNull();

  await searches.remove(last);
  const library = await opened.reopen();
  expect(library.searches.all()).toEqual([
    { id: one, name: "One", text: "first" },
    { id: two, name: "Second", text: "second" },
  ]);
  expect(await library.searches.add("Four", "fourth")).toBe(last + 1);
});

test("a backup holds them; merged in, those that look for the same are one", async () => {
  const { opened } = await three();
  const path = join(opened.folder, "..", "searches.zip");
  await opened.library.copies.backUp(path);

  const other = await emptyLibrary();
  await other.searches.add("Mine", "second");
  await other.copies.restore(path, "merge");
  expect(other.searches.all().map(({ name, text }) => [name, text])).toEqual([
    ["Mine", "second"],
    ["One", "first"],
    ["Three", "third"],
  ]);
  expect(new Set(other.searches.all().map(({ id }) => id)).size).toBe(3);

  await other.copies.restore(path, "replace");
  expect(names(other)).toEqual(["One", "Two", "Three"]);
  expect(await other.searches.add("Next", "next")).toBeGreaterThan(3);
});
