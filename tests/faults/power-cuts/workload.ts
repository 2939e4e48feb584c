import { join } from "node:path";
import fc from "fast-check";
import { openLibrary, type Library } from "../../../main/library/library.ts";
import { Random } from "../../newsstand/random.ts";
import type { Act } from "../../unit/library/model/acts.ts";
import { anyAct } from "../../unit/library/model/arbitrary-acts.ts";
import { compare, compareLists, same } from "../../unit/library/model/compare.ts";
import { LibraryModel, nameOf } from "../../unit/library/model/library-model.ts";
import { perform, sameTold } from "../../unit/library/model/perform.ts";
import { hashText } from "../../newsstand/random.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { MountedFiles } from "./mounted-files.ts";
import { compareSurvivors, type Possible } from "./survivors.ts";

/** What may be told after a cut: it says what was taken up, never that something is missing. */
const harmless = [
  /^\d+ articles of \S+ were recovered from the day's texts\.$/,
  /^The bookmark \S+ had lost its mark and has it again\.$/,
  /^The bookmark \S+ was copied again from its article\.$/,
  /held \d+ damaged bytes; a copy was kept and the \d+ good lines are used\.$/,
];
const actsInLife = 30;
/** Acts that can be under way at the same time, one of each: none depends on another's result. */
const independent: readonly Act["kind"][] = [
  "settings",
  "change title",
  "visit",
  "mark",
  "bookmark",
  "ingest",
  "picture",
];

/**
 * A library on a disk that loses power again and again, used at random in between. Every life of
 * it ends with a cut; the next one begins with a look at what is left.
 */
export class Workload {
  readonly seed: string;
  cuts = 0;
  acknowledged = 0;
  /** What was done in this life and the one before, for reports. */
  log: string[] = [];
  trace: readonly string[] = [];
  readonly #random: Random;
  readonly #disk = new MemoryDisk();
  #possible: Possible = [new LibraryModel()];
  /** What a cut may still go back to of what was seen after a kill: nobody was told it is stored. */
  #unsure: LibraryModel[] = [];
  readonly #lingering = new Map<string, Set<number>>();
  #lives = 0;
  #wasKilled = false;

  constructor(seed: string) {
    this.seed = seed;
    this.#random = new Random(seed);
  }

  /** Opens the library, compares it with what it must hold, uses it, and cuts the power. */
  async live(): Promise<void> {
    const random = this.#random;
    this.#lives++;
    this.log = [...this.log.slice(-actsInLife), `life ${this.#lives}`];
    const mounted = new MountedFiles(this.#disk, random);
    this.trace = mounted.trace;
    // The next cut may come while what the last one left is being repaired.
    if (random.chance(0.25)) mounted.cutAt = random.whole(0, 40);
    mounted.endsInKill = random.chance(0.2);
    const library = await untilCut(mounted, this.#open(mounted));
    if (library === null) {
      this.#note(mounted, "while opening");
      return;
    }
    mounted.cutAt = Infinity;
    for (const sentence of library.repairs)
      if (!harmless.some((pattern) => pattern.test(sentence)))
        throw new Error(`repaired after a cut: ${sentence}`);
    const model = await compareSurvivors(
      library,
      mounted.files,
      this.#possible,
      library.repairs.some((sentence) => sentence.includes("recovered from"))
        ? this.#lingering
        : undefined,
    );
    this.#unsure = this.#wasKilled ? [...this.#possible] : [];
    this.#possible = [model, ...this.#unsure];
    const current = random.chance(0.25) ? await this.#openAgain(mounted, library, model) : library;
    mounted.cutAt = mounted.steps + Math.floor(2 ** (random.next() * 8));
    await this.#use(mounted, current, model);
    if (!mounted.isCut()) mounted.cut();
    this.#note(mounted, "in use");
  }

  #open({ files, folder }: MountedFiles): Promise<Library> {
    return openLibrary({
      folder: join(folder, "user", "library"),
      files,
      now: () => this.#possible[0].now,
    });
  }

  /** Closed in peace, a library has nothing to repair when it is opened again. */
  async #openAgain(mounted: MountedFiles, library: Library, model: LibraryModel): Promise<Library> {
    await library.close();
    const again = await this.#open(mounted);
    same(again.repairs, [], "repairs at a second opening");
    if (this.#random.chance(0.3)) await compare(again, model);
    else await compareLists(again, model);
    return again;
  }

  /** Makes acts until the power is cut. */
  async #use(mounted: MountedFiles, opened: Library, model: LibraryModel): Promise<void> {
    let library = opened;
    for (const acts of this.#batches()) {
      if (!acts.every((act) => isSettled(act, model, this.#unsure.length > 0)) || depend(acts))
        continue;
      this.log.push(JSON.stringify(acts));
      if (acts[0]?.kind === "reopen") {
        const again = library.close().then(() => this.#open(mounted));
        const next = await untilCut(mounted, again);
        if (next === null) return;
        library = next;
        same(library.repairs, [], "repairs after closing in peace");
        continue;
      }
      const done = new Set<Act>();
      const making = acts.map(async (act) => {
        const told = await perform(library, model, act);
        if (!mounted.isCut()) done.add(act);
        return told;
      });
      const told = await untilCut(mounted, Promise.all(making));
      for (const act of acts) {
        if (!done.has(act)) continue;
        const changed = model.apply(act);
        for (const one of this.#unsure) one.apply(act);
        if (told?.length === 1 && told[0] !== undefined) sameTold(told[0], changed, act);
      }
      this.acknowledged += done.size;
      for (const { ids } of told ?? [])
        for (const [name, id] of ids) {
          for (const one of [model, ...this.#unsure]) {
            const article = one.articles.get(name);
            if (article !== undefined) article.id ??= id;
          }
        }
      if (told === null) {
        this.#leaveOpen(
          model,
          acts.filter((act) => !done.has(act)),
        );
        return;
      }
    }
  }

  /** Of acts that were not acknowledged, all, some or none may have come to the disk. */
  #leaveOpen(model: LibraryModel, acts: readonly Act[]): void {
    for (const act of acts)
      for (const story of act.kind === "ingest" ? act.stories : []) {
        const versions = this.#lingering.get(nameOf(story)) ?? new Set();
        this.#lingering.set(nameOf(story), versions.add(story.version));
      }
    const possible: [LibraryModel, ...LibraryModel[]] = [model, ...this.#unsure];
    for (const one of [model, ...this.#unsure]) {
      let next = one;
      for (const act of acts) {
        next = next.clone();
        next.apply(act);
        possible.push(next);
      }
    }
    this.#possible = possible;
  }

  #batches(): Act[][] {
    const random = this.#random;
    const seed = hashText(`${this.seed} ${this.#lives}`);
    const acts = fc.sample(anyAct, { seed, numRuns: actsInLife });
    const batches: Act[][] = [];
    for (const act of acts) {
      const batch = batches.at(-1);
      const fits =
        batch?.every(({ kind }) => independent.includes(kind) && kind !== act.kind) === true &&
        independent.includes(act.kind);
      if (fits && random.chance(0.3)) batch.push(act);
      else batches.push([act]);
    }
    return batches;
  }

  #note(mounted: MountedFiles, when: string): void {
    this.cuts++;
    this.#wasKilled = mounted.wasKilled;
    this.log.push(`${mounted.wasKilled ? "killed" : "cut"} ${when}`);
  }
}

/** Whether the outcome of an act can be told afterwards, however much of it is lost. */
function isSettled(act: Act, model: LibraryModel, isUnsure: boolean): boolean {
  if (act.kind === "ingest") return act.stories.every(({ title }) => model.isFollowed(title));
  // Nothing tells a deleted article from one that was never stored.
  if (act.kind === "delete" || act.kind === "undelete")
    return !isUnsure && act.stories.every(({ title }) => model.isFollowed(title));
  if (act.kind === "purge") return !isUnsure && model.canPurge();
  return true;
}

/** Whether an act is about a story that another, at the same time, is still storing. */
function depend(acts: readonly Act[]): boolean {
  const stored = new Set<string>();
  for (const act of acts)
    if (act.kind === "ingest") for (const one of act.stories) stored.add(nameOf(one));
  return acts.some((act) => {
    if (act.kind === "mark") return act.stories.some((story) => stored.has(nameOf(story)));
    return (act.kind === "bookmark" || act.kind === "picture") && stored.has(nameOf(act.story));
  });
}

/** What a promise resolves to, or null when the power is cut before. */
async function untilCut<Value>(
  mounted: MountedFiles,
  promise: Promise<Value>,
): Promise<Value | null> {
  const value = await Promise.race([promise, mounted.off.then(() => null)]);
  return mounted.isCut() ? null : value;
}
