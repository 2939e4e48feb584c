import type { Section, Settings, TimelineQuery } from "../../../../preload/contract/contract.ts";
import type { Story } from "./stories.ts";

/** A story whatever its wording, as acts name the article that it is stored as. */
export type StoryName = Omit<Story, "version">;

/**
 * Something a program does with a library, as data: titles, folders and stories go by small
 * numbers, so that an act means the same whatever was done before it; one that names what is not
 * there does nothing.
 */
export type Act =
  | { readonly kind: "follow"; readonly titles: readonly number[]; readonly folder: number | null }
  | { readonly kind: "unfollow"; readonly titles: readonly number[] }
  | { readonly kind: "restore"; readonly titles: readonly number[] }
  | {
      readonly kind: "change title";
      readonly title: number;
      readonly ownTitle: string | null;
      readonly section: Section | null;
    }
  | {
      readonly kind: "move";
      readonly title: number;
      readonly folder: number | null;
      readonly before: number | null;
    }
  | { readonly kind: "add folder"; readonly name: string }
  | { readonly kind: "rename folder"; readonly folder: number; readonly name: string }
  | { readonly kind: "remove folder"; readonly folder: number }
  | { readonly kind: "settings"; readonly change: Partial<Settings> }
  | { readonly kind: "ingest"; readonly stories: readonly Story[] }
  | { readonly kind: "mark"; readonly stories: readonly StoryName[]; readonly read: boolean }
  | { readonly kind: "mark all read"; readonly query: TimelineQuery }
  | { readonly kind: "bookmark"; readonly story: StoryName; readonly on: boolean }
  | { readonly kind: "delete"; readonly stories: readonly StoryName[] }
  | { readonly kind: "undelete"; readonly stories: readonly StoryName[] }
  | {
      readonly kind: "picture";
      readonly story: StoryName;
      readonly index: number;
      /** Which picture was found there; null: it could not be had. */
      readonly found: number | null;
    }
  | {
      readonly kind: "want pages";
      readonly stories: readonly StoryName[];
      readonly wanted: "yes" | "again" | "no";
    }
  | {
      readonly kind: "page";
      readonly story: StoryName;
      readonly became: "stored" | "failed" | "refused";
    }
  | { readonly kind: "visit"; readonly titles: readonly number[]; readonly etag: string }
  | { readonly kind: "pass time"; readonly hours: number }
  | { readonly kind: "purge" }
  | { readonly kind: "seal" }
  | { readonly kind: "reopen" };
