/** Measures the library at a size, each measure in a process of its own. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { runScript } from "../run-script.ts";
import type { BookmarkFigures } from "./measures/bookmarks.ts";
import type { IngestFigures } from "./measures/ingest.ts";
import type { ListFigures } from "./measures/lists.ts";
import type { MarkFigures } from "./measures/marks.ts";
import type { MemoryFigures } from "./measures/memory.ts";
import type { NaiveFigures } from "./measures/naive.ts";
import type { OpenFigures } from "./measures/open.ts";
import type { PurgeFigures } from "./measures/purge.ts";
import type { TextFigures } from "./measures/texts.ts";
import { measureNaive } from "./naive-lowdb.ts";
import { bytesBelow, prepare, workingCopy, type Made } from "./prepared.ts";

/** Everything measured of one library. */
export interface LibraryFigures {
  readonly made: Made;
  /** The first opening of a copied folder: its files have other times, derived caches are void. */
  readonly uncached: OpenFigures;
  readonly opens: readonly OpenFigures[];
  /** Bytes of the editions. */
  readonly bytes: number;
  readonly lists: readonly ListFigures[];
  readonly texts: TextFigures;
  readonly memory: MemoryFigures;
  readonly marks: MarkFigures;
  readonly bookmarks: BookmarkFigures;
  readonly ingest: IngestFigures;
  readonly purge: PurgeFigures;
  readonly naive: NaiveFigures;
}

const openRounds = 7;

/** `tell` hears what is being done; a library of a million takes minutes to make. */
export async function measureLibrary(
  articles: number,
  fresh: boolean,
  tell: (progress: string) => void,
): Promise<LibraryFigures> {
  tell("making it, unless it is there from the last run");
  const made = await workingCopy(await prepare(articles, fresh));
  const run = <Figures>(name: string): Promise<Figures> => {
    tell(name);
    return runScript<Figures>(import.meta.resolve(`./measures/${name}.ts`), made);
  };
  try {
    const uncached = await run<OpenFigures>("open");
    const opens: OpenFigures[] = [];
    for (let round = 0; round < openRounds; round++) opens.push(await run<OpenFigures>("open"));
    const bytes = await bytesBelow(join(made.folder, "editions"));
    // Those that change nothing come first; a purge leaves another library behind.
    const lists = await run<ListFigures[]>("lists");
    const texts = await run<TextFigures>("texts");
    const memory = await run<MemoryFigures>("memory");
    const marks = await run<MarkFigures>("marks");
    const bookmarks = await run<BookmarkFigures>("bookmarks");
    const ingest = await run<IngestFigures>("ingest");
    const purge = await run<PurgeFigures>("purge");
    tell("lowdb as it comes");
    const naive = await measureNaive(made);
    return {
      made,
      uncached,
      opens,
      bytes,
      lists,
      texts,
      memory,
      marks,
      bookmarks,
      ingest,
      purge,
      naive,
    };
  } finally {
    await rm(made.folder, { recursive: true, force: true });
  }
}
