import type { Figure } from "../figures.ts";
import { runScript } from "../run-script.ts";

/** Megabytes a second, computed on one thread. */
export interface ReadingFigures {
  readonly tokenising: number;
  readonly feedsmith: number;
  readonly parsing: number;
  readonly reading: number;
  readonly rereading: number;
}

/** How quickly feeds are read, beside those who read them for others. */
export async function measureReading(): Promise<Figure[]> {
  const script = import.meta.resolve("./reading-program.ts");
  const rates = await runScript<ReadingFigures>(script, null);
  const time = (rate: number): number => 1000 / rate;
  const line = (what: string, rate: number): Figure => ({
    what,
    value: time(rate),
    unit: "ms",
    floor: time(rates.tokenising),
  });
  return [
    line("a megabyte of feeds, parsed (floor: bare htmlparser2)", rates.parsing),
    line("  by feedsmith", rates.feedsmith),
    line("  every article cleaned and compressed", rates.reading),
    line("  the same once more, unchanged", rates.rereading),
  ];
}
