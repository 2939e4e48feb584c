/** Opening articles all over the library. */
import { answer } from "../../answer.ts";
import { spread, type Spread } from "../../spread.ts";
import { readFloor } from "../floors.ts";
import { everything, openCounted, sampleIds } from "../opened.ts";
import type { Made } from "../prepared.ts";

export interface TextFigures {
  /** Milliseconds. */
  readonly text: Spread;
  readonly floor: Spread;
}

const count = 300;

await answer(async (made: Made): Promise<TextFigures> => {
  const { library, counted } = await openCounted(made);
  const ids = await sampleIds(library, everything, count);
  const texts: number[] = [];
  const floors: number[] = [];
  for (const id of ids) {
    counted.reset();
    const start = performance.now();
    const article = await library.articles.read(id);
    texts.push(performance.now() - start);
    if ((article?.html ?? "") === "") throw new Error(`The text of ${id} is missing.`);
    floors.push(readFloor(counted.reads));
  }
  await library.close();
  return { text: spread(texts), floor: spread(floors) };
});
