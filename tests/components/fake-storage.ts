import type {
  EventName,
  EventPayload,
  LongTask,
  RequestInput,
  RequestName,
  RequestOutput,
  StorageUsage,
} from "../../preload/contract/contract.ts";

type Emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

/** How large the made-up library is, and what becomes of the system's dialogs. */
export interface FakeStorageOptions {
  readonly usage?: Partial<StorageUsage>;
  /** How many automatic copies there are. */
  readonly copies?: number;
  /** Every dialog of the system is cancelled. */
  readonly cancels?: boolean;
  /** Sentences about what a restore could not take in. */
  readonly problems?: readonly string[];
  readonly readOnly?: boolean;
  /** What is to be known about the place that the library was moved to. */
  readonly moveWarning?: string;
}

export const fakeDataFolder = "/home/reader/.local/share/Broadsheet/library";

type StorageRequest = Extract<
  RequestName,
  `storage.${string}` | `backup.${string}` | `export.${string}` | "app.restart"
>;
type FakeStorageAnswers = { [Name in StorageRequest]: (input: never) => RequestOutput<Name> };

/** What a main process answers about storage, copies and ways to leave. */
export function fakeStorage(
  options: FakeStorageOptions,
  now: number,
  emit: Emit,
): FakeStorageAnswers {
  const cancels = options.cancels === true;
  const step = (task: LongTask): void => {
    emit("task.progressed", { task, done: 3, total: 4, finished: false });
    emit("task.progressed", { task, done: 4, total: 4, finished: true });
  };
  return {
    "app.restart": () => ({}),
    "storage.usage": (): StorageUsage => ({
      articles: 273_000_000,
      pictures: 1_840_000_000,
      bookmarks: 96_000_000,
      recordings: 412_000_000,
      copies: 31_000_000,
      free: 214_000_000_000,
      articleCount: 104_220,
      oldest: now - 181 * 86_400_000,
      dataFolder: fakeDataFolder,
      backupsFolder: "/home/reader/.local/share/Broadsheet/backups",
      readOnly: options.readOnly === true,
      ...options.usage,
    }),
    /** The shorter articles are kept, the more would go. */
    "storage.forecast": ({ retention }: RequestInput<"storage.forecast">) => {
      const articles = retention.days === null ? 0 : Math.max(0, 1234 - retention.days);
      return { articles, pictures: 0, bytes: articles * 257_000 };
    },
    "storage.purge": () => {
      step("purge");
      return { articles: 1204, pictures: 0, bytes: 310_000_000 };
    },
    "storage.openFolder": () => ({}),
    "storage.move": (): RequestOutput<"storage.move"> => {
      if (cancels) return { moved: false };
      step("move");
      const folder = "/media/disk/Broadsheet/library";
      return { moved: true, folder, warning: options.moveWarning ?? null };
    },
    "backup.list": () => ({
      copies: Array.from({ length: options.copies ?? 3 }, (_, index) => ({
        id: `copy-${index}.zip`,
        at: now - (index * 24 + 5) * 3_600_000,
        bytes: 31_000_000 - index * 400_000,
      })),
    }),
    "backup.create": () => {
      if (!cancels) step("backup");
      return { path: cancels ? null : "/home/reader/Broadsheet 2026-11-23.zip" };
    },
    "backup.choose": () =>
      ({
        token: "token-1",
        at: now - 5 * 3_600_000,
        titles: 42,
        bookmarks: 11,
        bytes: 31_000_000,
      }) satisfies RequestOutput<"backup.choose">,
    "backup.restore": () => {
      step("restore");
      const problems = [...(options.problems ?? [])];
      return { titlesAdded: 3, bookmarksAdded: 4, marksSet: 1200, problems };
    },
    "export.bookmarks": () => {
      if (!cancels) step("export");
      return cancels
        ? { path: null, written: 0, left: 0 }
        : { path: "/home/reader/Broadsheet bookmarks.epub", written: 12, left: 1 };
    },
    "export.everything": () => {
      if (!cancels) step("export");
      return { folder: cancels ? null : "/home/reader/Broadsheet export" };
    },
  };
}
