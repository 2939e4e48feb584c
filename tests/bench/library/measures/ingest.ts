/** A new day: 12 waves of 500 articles, changed articles, closing; and the day's sealing. */
import { zstdDecompressSync } from "node:zlib";
import { answer } from "../../answer.ts";
import { time } from "../../spread.ts";
import { batchSize, day, Filler } from "../generator/fill.ts";
import { makeTitles } from "../generator/titles.ts";
import { openCounted } from "../opened.ts";
import type { Made } from "../prepared.ts";
import { measureWriting, type Written } from "../written.ts";

export interface IngestFigures {
  readonly first: Written;
  readonly wave: Written;
  readonly update: Written;
  readonly again: Written;
  readonly seal: Written;
  /** Milliseconds of closing after all this. */
  readonly close: number;
  /** What the articles of a wave are as JSON, in bytes. */
  readonly logicalBytes: number;
}

const waves = 12;

/** Writes a text as what it is, not as it is packed. */
const withText = (name: string, value: unknown): unknown =>
  name === "body" ? zstdDecompressSync(value as Uint8Array).toString("utf8") : value;

await answer(async (made: Made): Promise<IngestFigures> => {
  const { library, counted, clock } = await openCounted(made);
  const titles = makeTitles(library.feeds.followed().length);
  const feeds = library.feeds.followed().map(({ id }) => id);
  const filler = new Filler(library, titles, feeds);
  const write = measureWriting.bind(null, made.folder, counted);
  const makeWave = (number: number, revision = 0): ReturnType<Filler["make"]> =>
    filler.make(made.articles + number * batchSize, batchSize, clock.now, revision);
  const take =
    (incoming: ReturnType<typeof makeWave>, added: number, updated: number) => async () => {
      const stored = await library.articles.ingest(incoming);
      if (stored.added.length !== added || stored.updated.length !== updated)
        throw new Error(`${stored.added.length} added, ${stored.updated.length} updated`);
      return undefined;
    };

  clock.now += day;
  await library.upkeep.sealPastDays();
  const incoming = Array.from({ length: waves }, (_, number) => makeWave(number));
  const changed = incoming.slice(0, 4).map((_, number) => makeWave(number, 1));
  const logicalBytes =
    incoming.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one, withText)), 0) /
    waves;

  const rounds = incoming.map((one) => take(one, batchSize, 0));
  const first = await write(rounds.slice(0, 1));
  const wave = await write(rounds.slice(1));
  const update = await write(changed.map((one) => take(one, 0, batchSize)));
  const again = await write(changed.map((one) => take(one, 0, 0)));

  clock.now += day;
  const seal = await write([
    async () => {
      await library.upkeep.sealPastDays();
      return undefined;
    },
  ]);
  const close = await time(() => library.close());
  return { first, wave, update, again, seal, close, logicalBytes };
});
