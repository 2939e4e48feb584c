import fc from "fast-check";
import type { FeedId, FolderId } from "../../../../preload/contract/contract.ts";
import type { Act, StoryName } from "./acts.ts";
import type { Story } from "./stories.ts";

const title = fc.nat(2);
const storyNumber = fc.nat(8);
const folder = fc.integer({ min: 1, max: 3 });
const storyName: fc.Arbitrary<StoryName> = fc.record({ title, number: storyNumber });
const story: fc.Arbitrary<Story> = fc.record({ title, number: storyNumber, version: fc.nat(3) });
const section = fc.constantFrom("Sport" as const, "World" as const, null);

/** Any list that a person may look at. */
export const anyQuery = fc.record({
  scope: fc.oneof(
    fc.constantFrom({ kind: "all" as const }, { kind: "bookmarks" as const }),
    fc.record({
      kind: fc.constant("feed" as const),
      feedId: fc.integer({ min: 1, max: 5 }).map((id) => id as FeedId),
    }),
    fc.record({
      kind: fc.constant("folder" as const),
      folderId: folder.map((id) => id as FolderId),
    }),
    fc.record({
      kind: fc.constant("section" as const),
      section: fc.constantFrom("Sport" as const, "World" as const, "Opinion" as const),
    }),
    fc.record({ kind: fc.constant("tag" as const), tag: fc.constantFrom("tag 1", "TAG 2", "x") }),
  ),
  filter: fc.constantFrom("all" as const, "unread" as const, "bookmarked" as const),
  order: fc.constantFrom("newest" as const, "oldest" as const),
});

/** An act without sense of what was before; those on articles come most often. */
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("follow" as const),
      titles: fc.uniqueArray(title, { minLength: 1, maxLength: 3 }),
      folder: fc.option(folder),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("unfollow" as const, "restore" as const),
      titles: fc.uniqueArray(title, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("change title" as const),
      title,
      ownTitle: fc.option(fc.constantFrom("One", "Two")),
      section,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      title,
      folder: fc.option(folder),
      before: fc.option(title),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("add folder" as const),
      name: fc.constantFrom("News", "Rest"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ kind: fc.constant("rename folder" as const), folder, name: fc.constant("New") }),
      fc.record({ kind: fc.constant("remove folder" as const), folder }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("settings" as const),
      change: fc.oneof(
        fc.record({ theme: fc.constantFrom("light" as const, "dark" as const) }),
        fc.record({ keepPictures: fc.boolean() }),
        fc.record({ pictureCap: fc.option(fc.integer({ min: 1, max: 2 })) }),
        fc.record({
          retention: fc.record(
            {
              days: fc.option(fc.integer({ min: 1, max: 3 })),
              articles: fc.option(fc.integer({ min: 1, max: 4 })),
              keepUnread: fc.boolean(),
            },
            { noNullPrototype: true },
          ),
        }),
      ),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("ingest" as const),
      stories: fc.uniqueArray(story, {
        minLength: 1,
        maxLength: 5,
        selector: ({ title, number }) => `${title}/${number}`,
      }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("mark" as const),
      stories: fc.array(storyName, { minLength: 1, maxLength: 8 }),
      read: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("mark all read" as const), query: anyQuery }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("bookmark" as const),
      story: storyName,
      on: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("delete" as const, "undelete" as const),
      stories: fc.array(storyName, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("picture" as const),
      story: storyName,
      index: fc.nat(1),
      found: fc.option(fc.nat(5)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("want pages" as const),
      stories: fc.array(storyName, { minLength: 1, maxLength: 8 }),
      wanted: fc.constantFrom("yes" as const, "again" as const, "no" as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("page" as const),
      story: storyName,
      became: fc.constantFrom("stored" as const, "failed" as const, "refused" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("visit" as const),
      titles: fc.uniqueArray(title, { minLength: 1, maxLength: 3 }),
      etag: fc.constantFrom("1", "2", "3"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("pass time" as const),
      hours: fc.integer({ min: 1, max: 30 }),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "seal" as const }, { kind: "purge" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "reopen" as const }) },
);
