import { z } from "zod";
import { indexProgress } from "./finding.ts";
import { articleId, feedId, longTask, refreshStatus } from "./model.ts";
import { preparation } from "./offline.ts";
import { recording } from "./recordings.ts";

/** What main may announce. Events say what changed; the window asks for the data it needs. */
export const events = {
  /** Articles came, changed or went. */
  "articles.changed": z.object({ added: z.int(), feedIds: z.array(feedId).max(1000) }),
  /** Read or bookmark marks, or what is on disk, changed; null: of more than can be listed. */
  "statuses.changed": z.object({ articleIds: z.array(articleId).max(1000).nullable() }),
  /** Titles, folders, counts or failures changed. */
  "sources.changed": z.object({}),
  "settings.changed": z.object({}),
  "refresh.progressed": refreshStatus,
  /** How far long work has come; `finished` once, also when it failed. Counts are parts of the work. */
  "task.progressed": z.object({
    task: longTask,
    done: z.number(),
    total: z.number(),
    finished: z.boolean(),
  }),
  /** Null: there is none any more. */
  "preparation.progressed": z.object({ preparation: preparation.nullable() }),
  /** Some of it arrived, or what became of it is known. At most twice a second each. */
  "recordings.progressed": z.object({ articleId, index: z.int(), recording }),
  /** How far the index of words has come. At most twice a second. */
  "search.progressed": indexProgress,
  /** Kept searches, or their counts, changed. */
  "searches.changed": z.object({}),
  /** Tags that a person gave, or their counts, changed. */
  "bookmarks.changed": z.object({}),
  /** Something was repaired or set aside, or a title moved, while the program runs: see `app.info`. */
  "repairs.changed": z.object({}),
  /** A menu command for the window, such as `refresh` or `add-title`. */
  "command.chosen": z.object({
    command: z.enum([
      "add-title",
      "show-titles",
      "prepare-offline",
      "find-articles",
      "import-titles",
      "export-titles",
      "export-bookmarks",
      "refresh",
      "mark-all-read",
      "show-settings",
      "show-keys",
      "undo",
      "about",
    ]),
  }),
} as const;
