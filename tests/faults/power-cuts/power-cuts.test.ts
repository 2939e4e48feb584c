import { expect, test } from "vitest";
import { Workload } from "./workload.ts";

/** How often the power is cut; set BROADSHEET_CUTS for a longer run. */
const cuts = Number(process.env.BROADSHEET_CUTS ?? 1500);
/** One run alone, as a failure names it. */
const onlySeed = process.env.BROADSHEET_CUT_SEED;
/** Lives of one library, so that it does not grow. */
const livesOfRun = 15;

async function run(seed: string): Promise<Workload> {
  const workload = new Workload(seed);
  try {
    for (let life = 1; life <= livesOfRun; life++) await workload.live();
  } catch (error) {
    const story = [...workload.log, "last calls:", ...workload.trace].join("\n");
    throw new Error(
      `${(error as Error).message}\nseed ${seed} (BROADSHEET_CUT_SEED=${seed}), after ${workload.cuts} cuts:\n${story}`,
      { cause: error },
    );
  }
  return workload;
}

test(
  `nothing that was acknowledged is lost in ${cuts} power cuts`,
  async () => {
    let done = 0;
    let acknowledged = 0;
    if (onlySeed !== undefined) await run(onlySeed);
    else
      for (let number = 1; done < cuts; number++) {
        const workload = await run(`run-${number}`);
        done += workload.cuts;
        acknowledged += workload.acknowledged;
      }
    if (onlySeed === undefined) expect(acknowledged).toBeGreaterThan(cuts);
  },
  30_000 + cuts * 100,
);
