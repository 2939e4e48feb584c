import { join } from "node:path";
import fc from "fast-check";
import { test } from "vitest";
import { openLibrary, type Library } from "../../../../main/library/library.ts";
import type { TimelineQuery } from "../../../../preload/contract/contract.ts";
import { MemoryDisk } from "../../../faults/power-cuts/memory-disk.ts";
import { MountedFiles } from "../../../faults/power-cuts/mounted-files.ts";
import { Random } from "../../../newsstand/random.ts";
import type { Act } from "./acts.ts";
import { anyAct, anyQuery } from "./arbitrary-acts.ts";
import { compare, compareList, same } from "./compare.ts";
import { LibraryModel } from "./library-model.ts";
import { perform, sameTold } from "./perform.ts";

/** How many lists of acts are tried; set BROADSHEET_MODEL_RUNS for more. */
const runs = Number(process.env.BROADSHEET_MODEL_RUNS ?? 150);

/** Makes the acts with a library and with the model, and compares them after each. */
async function tryActs(acts: readonly Act[], queries: readonly TimelineQuery[]): Promise<void> {
  const { files, folder } = new MountedFiles(new MemoryDisk(), new Random("without faults"));
  const model = new LibraryModel();
  const open = () => openLibrary({ folder: join(folder, "library"), files, now: () => model.now });
  let library: Library = await open();
  try {
    for (const act of acts) {
      if (act.kind === "reopen") {
        await library.close();
        library = await open();
      }
      if (act.kind === "purge" && !model.canPurge()) continue;
      const told = await perform(library, model, act);
      sameTold(told, model.apply(act), act);
      for (const [name, id] of told.ids) {
        const article = model.articles.get(name);
        if (article !== undefined) article.id ??= id;
      }
      for (const query of queries) await compareList(library, model, query);
    }
    await compare(library, model);
    await library.close();
    library = await open();
    same(library.repairs, [], "repairs");
    await compare(library, model);
    for (const query of queries) await compareList(library, model, query);
  } finally {
    await library.close();
  }
}

test(
  "whatever is done with a library, it tells what the plain model tells",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAct, { maxLength: 30, size: "max" }),
        fc.array(anyQuery, { maxLength: 2 }),
        tryActs,
      ),
      { numRuns: runs },
    );
  },
  60_000 + runs * 200,
);
